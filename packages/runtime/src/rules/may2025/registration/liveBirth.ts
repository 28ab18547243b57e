/**
 * The developer network's rule of birth under the rules of May 2025: a new subnet's average price begins at its first price, 1, its
 * weights may be set at once, and it takes work. On upstream's networks the average takes days to matter, and owners open their subnets to work.
 *
 * source: ours, docs/adr/0008
 */

import type { StateCtx } from '@taonet/frame';
import { I96F32, type NetUid } from '@taonet/primitives';
import { openToWork } from '../../../pallets/subtensor/subnets/openToWork.ts';
import { S } from '../pallet.ts';

/** Last step of a subnet's birth; does nothing on chains without the rule. */
export function applyLiveBirth(ctx: StateCtx, netuid: NetUid): void {
  if (ctx.build.liveBirth !== true) return;
  S.WeightsSetRateLimit.set(ctx, netuid, 0n);
  S.SubnetMovingPrice.set(ctx, netuid, I96F32.one);
  openToWork(ctx, netuid);
  // An entry of its own: where there is none, today's clients read today's default.
  S.Burn.set(ctx, netuid, S.Burn.get(ctx, netuid));
}
