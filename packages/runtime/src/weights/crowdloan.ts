/** Weights of the calls of pallet Crowdloan: picoseconds, proof bytes, reads, writes. source: pallets/crowdloan, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, around, type WeightTable } from './weightRow.ts';

export const crowdloanWeights: WeightTable = {
  create: around([59_829_000, 6_148, 3, 5], ['call']),
  contribute: fixed(66_609_000, 6_148, 5, 4),
  withdraw: fixed(60_259_000, 6_148, 4, 4),
  finalize: fixed(31_507_000, 4_197_809, 4, 2),
  refund: fixed(2_085_865_650, 132_697, 102, 100),
  dissolve: fixed(66_939_000, 6_148, 4, 5),
  update_min_contribution: fixed(13_259_000, 3_747, 2, 1),
  update_end: fixed(12_048_000, 3_747, 1, 1),
  update_cap: fixed(11_357_000, 3_747, 1, 1),
  set_max_contribution: fixed(16_024_000, 3_747, 2, 1),
};

/** Parts of a refund, by its base and each contributor. */
export const REFUND = { base: [110_703_000, 3_747, 2, 0], contributor: [39_503_253, 2_579, 2, 2] } as const;
