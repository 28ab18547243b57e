/** Weights of the calls of pallet Timestamp: picoseconds, proof bytes, reads, writes. source: pallet-timestamp 40.0.0, weights.rs and lib.rs */

import { fixed, type WeightTable } from './weightRow.ts';

export const timestampWeights: WeightTable = {
  set: fixed(3_816_000, 1_493, 2, 1, { class: 'Mandatory' }),
};
