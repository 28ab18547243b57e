/** What the protocol puts into pools and takes away with them, for whichever kind of pool is in force. source: pallets/swap/src/pallet/impls.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import type { Injected, PoolSide } from './pools/poolRule.ts';
import { poolRuleOf } from './pools/poolRuleOf.ts';

export type { Injected } from './pools/poolRule.ts';

/**
 * Makes room in the pool for `tao` and `alpha`, in any proportion, the price staying as it is. The reserves are not touched yet.
 *
 * returns: what may be added
 * source: adjust_protocol_liquidity
 */
export function adjustProtocolLiquidity(ctx: StateCtx, netuid: NetUid, tao: bigint, alpha: bigint): Injected {
  return poolRuleOf(ctx).inject(ctx, netuid, { tao, alpha });
}

/** Empties the reserves of a dissolved subnet and forgets its pool. source: do_clear_protocol_liquidity */
export function clearProtocolLiquidity(ctx: StateCtx, netuid: NetUid): void {
  poolRuleOf(ctx).clear(ctx, netuid);
}

/** Takes what was paid out from a reserve, saturating. */
export function decreaseReserve(ctx: StateCtx, netuid: NetUid, side: PoolSide, amount: bigint): void {
  poolRuleOf(ctx).decrease(ctx, netuid, side, amount);
}
