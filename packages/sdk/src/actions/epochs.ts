/**
 * When a subnet's epochs run. Since spec 423 each subnet keeps its own clock: tempo blocks after the last one, or when its owner asked. Before, the block number alone
 * said it: once in tempo + 1 blocks.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 14bc6f9 and @ 1b0c63a
 */

import type { Reads } from '../client/reads.ts';
import type { Runtime } from '../scale/runtime.ts';

const OWN_CLOCK_SINCE_SPEC = 423;
/** Whether each subnet keeps its own clock. */
export const hasOwnClock = ({ version }: Pick<Runtime, 'version'>): boolean => version.specVersion >= OWN_CLOCK_SINCE_SPEC;

export interface Epochs {
  /** The block that was read. */
  readonly block: number;
  /** 0: none ever run. */
  readonly tempo: number;
  /** Of the last one, 0 for never; before spec 423 of the last one that was due. */
  readonly lastEpochBlock: number;
  /** Block that an owner asked for; 0 for none. */
  readonly pendingAt: number;
  /** Blocks from one to the next. */
  readonly period: number;
  /** The next one due after `block`; undefined when none ever run. */
  readonly nextEpochBlock: number | undefined;
}

export async function readEpochs(reads: Reads, netuid: number): Promise<Epochs> {
  const S = reads.query.SubtensorModule;
  const [{ number: block }, tempo] = await Promise.all([reads.block(), S.Tempo(netuid)]);
  if (!hasOwnClock(reads.runtime)) return epochsByBlockNumber(block, netuid, tempo);
  const [last, pending] = await Promise.all([S.LastEpochBlock(netuid), S.PendingEpochAt(netuid)]);
  const [lastEpochBlock, pendingAt] = [Number(last), Number(pending)];
  const due = lastEpochBlock + tempo;
  return { block, tempo, lastEpochBlock, pendingAt, period: tempo, nextEpochBlock: tempo === 0 ? undefined : Math.max(block + 1, pendingAt > 0 ? Math.min(due, pendingAt) : due) };
}

/** As it was before spec 423: an epoch is due where (block + netuid + 1) mod (tempo + 1) = tempo. */
export function epochsByBlockNumber(block: number, netuid: number, tempo: number): Epochs {
  const period = tempo + 1;
  const until = tempo - ((block + netuid + 1) % period);
  const nextEpochBlock = block + (until === 0 ? period : until);
  return { block, tempo, lastEpochBlock: Math.max(0, nextEpochBlock - period), pendingAt: 0, period, nextEpochBlock: tempo === 0 ? undefined : nextEpochBlock };
}
