/** Weights of the calls of pallet Swap: picoseconds, proof bytes, reads, writes. source: pallets/swap, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, type WeightTable } from './weightRow.ts';

export const swapWeights: WeightTable = {
  set_fee_rate: fixed(15_063_000, 3_994, 1, 1),
  add_liquidity: fixed(15_000_000, 0, 0, 0),
  remove_liquidity: fixed(15_000_000, 0, 0, 0),
  modify_position: fixed(15_000_000, 0, 0, 0),
  toggle_user_liquidity: fixed(15_000_000, 0, 0, 0),
  disable_lp: fixed(15_000_000, 0, 0, 0),
};
