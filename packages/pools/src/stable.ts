/**
 * Root and subnets of mechanism 0: one alpha is one TAO, no fee.
 *
 * source: pallets/swap/src/pallet/impls.rs, current_price, sim_swap @ 14bc6f9
 */

import { U64F64 } from '@taonet/primitives';
import { movedReserves } from './reserves.ts';
import type { PoolKind, Reserves, SwapDirection, SwapOrder, SwapOutcome, SwapResult } from './swap.ts';

const oneToOne = (amount: bigint): SwapOutcome => ({ ok: true, amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n });

export const stable: PoolKind<Reserves> = Object.freeze({
  name: 'stable',
  price: () => U64F64.one,
  swap: (_pool: Reserves, { amountIn }: SwapOrder) => oneToOne(amountIn),
  quote: (_pool: Reserves, { amountIn }: SwapOrder) => oneToOne(amountIn),
  simSwap: (_pool: Reserves, _direction: SwapDirection, amountIn: bigint) => oneToOne(amountIn),
  applied: (pool: Reserves, direction: SwapDirection, result: SwapResult) => movedReserves(pool, direction, result),
});
