/** Weights of the calls of pallet Utility: picoseconds, proof bytes, reads, writes. source: pallets/utility, weights.rs and lib.rs @ 14bc6f9 */

import { around, stated, type WeightTable } from './weightRow.ts';

export const utilityWeights: WeightTable = {
  batch: around([19_446_696, 3_983, 2, 0], ['calls'], { each: 5_450_264, pays: 'any' }),
  as_derivative: around([15_378_000, 3_983, 3, 1], ['call']),
  batch_all: around([13_428_230, 3_983, 2, 0], ['calls'], { each: 5_663_250, pays: 'any' }),
  dispatch_as: around([6_893_000, 0, 0, 0], ['call']),
  force_batch: around([12_134_867, 3_983, 2, 0], ['calls'], { each: 5_477_293, pays: 'any' }),
  with_weight: stated('weight'),
  if_else: around([21_831_000, 3_983, 2, 0], ['main', 'fallback']),
  dispatch_as_fallible: around([7_113_000, 0, 0, 0], ['call']),
};
