/** What pallet Swap asks of a kind of pool, its state being in storage. Reserves are the callers' to move. */

import type { StateCtx } from '@taonet/frame';
import type { SwapDirection, SwapOrder, SwapOutcome } from '@taonet/pools';
import type { NetUid, U64F64 } from '@taonet/primitives';

/** TAO and alpha, in rao. */
export interface Injected {
  readonly tao: bigint;
  readonly alpha: bigint;
}

/** The two sides of a pool. */
export type PoolSide = 'tao' | 'alpha';

/** A kind of pool on subnets with mechanism 1. */
export interface PoolRule {
  /** TAO per alpha now. */
  price(ctx: StateCtx, netuid: NetUid): U64F64;
  /** Swaps and keeps what changes of the pool besides the reserves. */
  swap(ctx: StateCtx, netuid: NetUid, order: SwapOrder): SwapOutcome;
  /** What that would give, nothing written. */
  quote(ctx: StateCtx, netuid: NetUid, order: SwapOrder): SwapOutcome;
  /** Rao per whole alpha: the limit that never stops a swap. */
  anyPriceRao(direction: SwapDirection): bigint;
  /** The fee contained in an amount. */
  feeOf(ctx: StateCtx, netuid: NetUid, amount: bigint): bigint;
  /** Takes what was paid out from the reserve, saturating. */
  decrease(ctx: StateCtx, netuid: NetUid, side: PoolSide, amount: bigint): void;
  /** Makes room for TAO and alpha of the chain, the reserves not yet touched; returns what may be added to them. */
  inject(ctx: StateCtx, netuid: NetUid, injected: Injected): Injected;
  /** Forgets the pool of a subnet that ceases to be; the reserves are set to 0. */
  clear(ctx: StateCtx, netuid: NetUid): void;
  /** Begins the pool at the price it had as another kind, the reserves as they are; undefined: at the price of the reserves. */
  enter(ctx: StateCtx, netuid: NetUid, price: U64F64 | undefined): void;
  /** Forgets what only this kind of pool keeps; the reserves stay. Returns the price until now, undefined where it was that of the reserves. */
  leave(ctx: StateCtx, netuid: NetUid): U64F64 | undefined;
}
