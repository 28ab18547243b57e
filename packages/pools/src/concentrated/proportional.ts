/** TAO and alpha in the proportion of a price, and what is left over. source: pallets/swap/src/pallet/impls.rs, get_proportional_alpha_tao_and_remainders @ 459fa72 */

import { saturatingSubU64, U64F64 } from '@taonet/primitives';
import type { TokenAmounts } from './liquidity.ts';

export interface SplitAmounts {
  readonly used: TokenAmounts;
  readonly scraps: TokenAmounts;
}

/** Of one currency everything is used; of the other what the price, the root's square, asks for, floored. */
export function splitAtPrice(sqrtPrice: U64F64, { tao, alpha }: TokenAmounts): SplitAmounts {
  const price = U64F64.saturatingMul(sqrtPrice, sqrtPrice);
  const taoForAlpha = U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(alpha), price));
  if (taoForAlpha <= tao) return { used: { tao: taoForAlpha, alpha }, scraps: { tao: tao - taoForAlpha, alpha: 0n } };
  const alphaForTao = U64F64.saturatingToU64(U64F64.safeDiv(U64F64.fromInt(tao), price));
  return { used: { tao, alpha: alphaForTao }, scraps: { tao: 0n, alpha: saturatingSubU64(alpha, alphaForTao) } };
}
