/** Weights of the calls of pallet Commitments: picoseconds, proof bytes, reads, writes. source: pallets/commitments, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, type WeightTable } from './weightRow.ts';

export const commitmentsWeights: WeightTable = {
  set_commitment: fixed(33_480_000, 0, 5, 4, { free: true }),
  set_max_space: fixed(2_856_000, 0, 0, 1),
};
