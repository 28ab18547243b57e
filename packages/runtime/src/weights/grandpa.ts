/** Weights of the calls of pallet Grandpa: picoseconds, proof bytes, reads, writes. source: pallet-grandpa 41.0.0, default_weights.rs */

import { fixed, type WeightTable } from './weightRow.ts';

/** Equivocation reports cannot be built on this chain (their proof is an empty type) and have no row. */
export const grandpaWeights: WeightTable = {
  note_stalled: fixed(3_000_000, 0, 0, 1),
};
