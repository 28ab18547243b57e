/** What the protocol puts into pools and takes away with them. source: pallets/swap/src/pallet/impls.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { computeQuoteWeightForInjection } from '@taonet/pools';
import { saturatingSubU64, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { S } from './pallet.ts';
import { getPool } from './price.ts';

/** TAO and alpha, in rao. */
export interface Injected {
  readonly tao: bigint;
  readonly alpha: bigint;
}

/**
 * Moves the pool's weights so that adding `tao` and `alpha`, in any proportion, leaves the price as it is. The reserves are
 * not touched yet.
 *
 * returns: what may be added; nothing when a weight would leave its range
 * source: adjust_protocol_liquidity
 */
export function adjustProtocolLiquidity(ctx: StateCtx, netuid: NetUid, tao: bigint, alpha: bigint): Injected {
  const quote = computeQuoteWeightForInjection(getPool(ctx, netuid), { taoDeltaRao: tao, alphaDeltaRao: alpha });
  if (quote === undefined) return { tao: 0n, alpha: 0n };
  S.SwapBalancer.set(ctx, netuid, { quote });
  return { tao, alpha };
}

/** Empties the reserves of a dissolved subnet and forgets its pool. source: do_clear_protocol_liquidity */
export function clearProtocolLiquidity(ctx: StateCtx, netuid: NetUid): void {
  decreaseReserve(ctx, Subtensor.SubnetTAO, netuid, Subtensor.SubnetTAO.get(ctx, netuid));
  decreaseReserve(ctx, Subtensor.SubnetAlphaIn, netuid, Subtensor.SubnetAlphaIn.get(ctx, netuid));
  S.PalSwapInitialized.remove(ctx, netuid);
  S.FeeRate.remove(ctx, netuid);
  S.SwapBalancer.remove(ctx, netuid);
}

/** source: pallets/subtensor/src/staking/stake_utils.rs, decrease_provided_tao_reserve, decrease_provided_alpha_reserve @ 14bc6f9 */
export function decreaseReserve(ctx: StateCtx, reserve: typeof Subtensor.SubnetTAO, netuid: NetUid, amount: bigint): void {
  if (amount !== 0n) reserve.mutate(ctx, netuid, (total) => saturatingSubU64(total, amount));
}
