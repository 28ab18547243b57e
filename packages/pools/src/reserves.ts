/** How a swap moves reserves. */

import { saturatingAddU64, saturatingSubU64 } from '@taonet/primitives';
import type { Reserves, SwapDirection, SwapResult } from './swap.ts';

/** Reserves after a swap; saturating, though a swap never pays out more than is there. */
export function movedReserves(pool: Reserves, direction: SwapDirection, { amountPaidIn, amountPaidOut }: SwapResult): Reserves {
  return direction === 'buy'
    ? { taoReserveRao: saturatingAddU64(pool.taoReserveRao, amountPaidIn), alphaReserveRao: saturatingSubU64(pool.alphaReserveRao, amountPaidOut) }
    : { taoReserveRao: saturatingSubU64(pool.taoReserveRao, amountPaidOut), alphaReserveRao: saturatingAddU64(pool.alphaReserveRao, amountPaidIn) };
}
