/** What a subnet of the developer network asks of those who come by work. source: ours, docs/adr/0008, 0015 */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';

/** Upstream's 10,000,000 would take a laptop's core a minute. */
export const DEV_DIFFICULTY = 500_000n;
/** As low as it falls while nobody comes. */
export const DEV_MIN_DIFFICULTY = 50_000n;

/** Takes work that a core finds within seconds. */
export function openToWork(ctx: StateCtx, netuid: NetUid): void {
  S.NetworkPowRegistrationAllowed.set(ctx, netuid, true);
  S.Difficulty.set(ctx, netuid, DEV_DIFFICULTY);
  S.MinDifficulty.set(ctx, netuid, DEV_MIN_DIFFICULTY);
}
