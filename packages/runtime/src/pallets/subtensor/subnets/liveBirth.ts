/**
 * The one rule of the developer network that stored values cannot express: a new subnet earns from its first block, and clients can
 * set weights on it at once, without the internet. On upstream's networks root does this by hand, one subnet after another.
 *
 * source: ours, docs/adr/0008
 */

import type { StateCtx } from '@taonet/frame';
import { I96F32, U64F64, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { S } from '../pallet.ts';
import { openToWork } from './openToWork.ts';

/** Last step of a subnet's birth; does nothing on chains without the rule. */
export function applyLiveBirth(ctx: StateCtx, netuid: NetUid): void {
  if (ctx.build.liveBirth !== true) return;
  S.SubnetEmissionEnabled.set(ctx, netuid, true);
  S.CommitRevealWeightsEnabled.set(ctx, netuid, false);
  S.WeightsSetRateLimit.set(ctx, netuid, 0n);
  openToWork(ctx, netuid);
  // The average price starts where the pool does; from 0 it would take days to matter.
  const spot = U64F64.smaller(currentAlphaPrice(ctx, netuid), U64F64.one);
  S.SubnetMovingPrice.set(ctx, netuid, U64F64.to(I96F32, spot));
}
