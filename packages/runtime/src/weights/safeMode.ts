/** Weights of the calls of pallet SafeMode: picoseconds, proof bytes, reads, writes. source: pallet-safe-mode 22.0.0, weights.rs and lib.rs */

import { fixed, type WeightTable } from './weightRow.ts';

export const safeModeWeights: WeightTable = {
  enter: fixed(44_471_000, 3_892, 2, 3),
  force_enter: fixed(5_200_000, 1_489, 1, 1),
  extend: fixed(46_411_000, 3_892, 2, 3),
  force_extend: fixed(7_011_000, 1_489, 1, 1),
  force_exit: fixed(6_180_000, 1_489, 1, 1),
  force_slash_deposit: fixed(28_905_000, 3_892, 2, 2),
  release_deposit: fixed(37_735_000, 3_892, 3, 2),
  force_release_deposit: fixed(36_454_000, 3_892, 2, 2),
};
