/** Weights of the calls of pallet Drand: picoseconds, proof bytes, reads, writes. source: pallets/drand, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, type WeightTable } from './weightRow.ts';

export const drandWeights: WeightTable = {
  write_pulse: fixed(4_294_000_000, 0, 3, 4),
  set_beacon_config: fixed(8_766_000, 0, 0, 2),
  set_oldest_stored_round: fixed(5_370_000, 0, 0, 1),
};
