/** When weights have counted: revealed where they were committed, and taken into an epoch. */

import type { BlockHead } from '../client/blocks.ts';
import type { Reads } from '../client/reads.ts';
import { sdkError } from '../errors.ts';
import { accountIdOf } from '../scale/address.ts';
import { hasVersion4 } from './commit.ts';
import { storageIndexOf } from './storageIndex.ts';
import type { WeightsPath } from './weightsWrite.ts';

/** The blocks in which it happened. */
export interface CountedWeights {
  /** Undefined for weights that were never hidden. */
  readonly revealedAt: number | undefined;
  /** Of the first epoch with these weights. */
  readonly epochAt: number;
}

export interface Awaited {
  readonly netuid: number;
  readonly mechanism: number;
  readonly hotkey: string;
  readonly path: WeightsPath;
  /** The block that they were set, committed, or by hash revealed in. */
  readonly since: number;
  /** When they were expected to come to light; of time-locked ones. */
  readonly revealsAt: number | undefined;
}

export interface Blocks {
  /** The newest first, then each; some may be left out. */
  readonly heads: AsyncIterable<Pick<BlockHead, 'number'>>;
  at(block: number): Promise<Reads>;
}

/** A reveal later than so many tempos after its time will never be. */
const TEMPOS_LATE = 2;

/** refuses: NotRevealed when the chain dropped them, and what reading refuses */
export async function untilCounted({ heads, at }: Blocks, awaited: Awaited): Promise<CountedWeights> {
  const { netuid, path, since } = awaited;
  const sealed = path === 'timelock';
  let revealedAt = path === 'hash' ? since : undefined;
  let next = since + 1;
  for await (const { number } of heads) {
    for (; next <= number; next++) {
      const reads = await at(next);
      if (sealed && revealedAt === undefined) revealedAt = await isRevealedIn(reads, awaited) ? next : undefined;
      if (sealed && revealedAt === undefined) {
        await ensureMayStillCome(reads, awaited, next);
        continue;
      }
      // A reveal by the chain stands in front of the block's epochs, a transaction behind them.
      const epochAt = Number(await reads.query.SubtensorModule.LastMechansimStepBlock(netuid));
      if (epochAt >= (sealed ? revealedAt! : since + 1)) return { revealedAt, epochAt };
    }
  }
  throw sdkError('Aborted');
}

async function isRevealedIn(reads: Reads, { netuid, mechanism, hotkey }: Awaited): Promise<boolean> {
  const events = await reads.events();
  const revealed = hasVersion4(reads.runtime) ? events.all('SubtensorModule.TimelockedWeightsRevealed') : events.all('SubtensorModule.CRV3WeightsRevealed');
  return revealed.some(([index, who]) => index === storageIndexOf(netuid, mechanism) && accountIdOf(who, 'hotkey') === accountIdOf(hotkey, 'hotkey'));
}

async function ensureMayStillCome(reads: Reads, { netuid, revealsAt, since }: Awaited, block: number): Promise<void> {
  const limit = (revealsAt ?? since) + TEMPOS_LATE * await reads.query.SubtensorModule.Tempo(netuid);
  if (block > limit) throw sdkError('NotRevealed', { netuid, expectedAt: revealsAt, block });
}
