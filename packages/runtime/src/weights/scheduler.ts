/** Weights of the calls of pallet Scheduler: picoseconds, proof bytes, reads, writes. source: pallet-scheduler 42.0.0, weights.rs and lib.rs */

import { fixed, type WeightTable } from './weightRow.ts';

export const schedulerWeights: WeightTable = {
  schedule: fixed(30_736_084, 110_487, 1, 1),
  cancel: fixed(41_409_882, 110_487, 1, 3),
  schedule_named: fixed(36_963_187, 110_487, 2, 2),
  cancel_named: fixed(46_315_022, 110_487, 2, 3),
  schedule_after: fixed(30_736_084, 110_487, 1, 1),
  schedule_named_after: fixed(36_963_187, 110_487, 2, 2),
  set_retry: fixed(169_783_000, 110_487, 1, 1),
  set_retry_named: fixed(186_544_000, 110_487, 2, 1),
  cancel_retry: fixed(169_076_000, 110_487, 1, 1),
  cancel_retry_named: fixed(182_329_000, 110_487, 2, 1),
};
