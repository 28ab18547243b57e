/** Weights of the calls of pallet Preimage: picoseconds, proof bytes, reads, writes. source: pallet-preimage 41.0.0, weights.rs and lib.rs */

import { fixed, linear, count, type WeightTable } from './weightRow.ts';

export const preimageWeights: WeightTable = {
  note_preimage: linear([50_499_000, 28_584, 5, 3], [[count('bytes'), 13_491, 0, 0, 0]]),
  unnote_preimage: fixed(50_830_000, 3_892, 3, 3),
  request_preimage: fixed(19_292_000, 3_556, 2, 1),
  unrequest_preimage: fixed(20_209_000, 3_556, 2, 2),
  ensure_updated: linear([56_817_000, 28_584, 2, 0], [[count('hashes'), 59_397_441, 2_902, 3, 4]]),
};
