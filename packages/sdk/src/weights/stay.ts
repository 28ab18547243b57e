/** Sets weights in this tempo, whatever comes between: tries again with each block until they are taken or the epoch is over. */

import { TaonetError } from '../errors.ts';
import type { Reads } from '../client/reads.ts';
import type { Blocks } from './counted.ts';
import { blockOfEpoch, readEpochClock } from './revealTime.ts';

/** Refusals that a block or two may cure. Not what leaves open whether the transaction has arrived: a second one would be refused for the first. */
const MAY_PASS = [
  'SettingWeightsTooFast', 'CommittingWeightsTooFast', 'RateLimitExceeded', 'InvalidRevealRound', 'TemporarilyBanned', 'ImmediatelyDropped', 'TooLowPriority', 'Stale', 'AncientBirthBlock',
] as const;

const mayPass = (error: unknown): error is TaonetError => error instanceof TaonetError && (error.is(...MAY_PASS) || (error.code === 'WeightsRefused' && error.facts['passes'] === true));

export interface Staying {
  readonly blocks: Blocks;
  readonly reads: Reads;
  readonly netuid: number;
  readonly onRefused: ((error: TaonetError, block: number) => void) | undefined;
}

/** refuses: what the last try was refused with, when the subnet's next epoch comes; at once what no block can cure */
export async function untilTaken<T>({ blocks, reads, netuid, onRefused }: Staying, send: () => Promise<T>): Promise<T> {
  const ends = blockOfEpoch(await readEpochClock(reads, netuid), netuid, 1);
  for await (const { number } of blocks.heads) {
    try {
      return await send();
    } catch (error) {
      if (!mayPass(error) || number + 1 >= ends) throw error;
      onRefused?.(error, number);
    }
  }
  return send();
}
