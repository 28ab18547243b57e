/** Weights of the calls of pallet MevShield: picoseconds, proof bytes, reads, writes. source: pallets/shield, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, type WeightTable } from './weightRow.ts';

export const mevShieldWeights: WeightTable = {
  announce_next_key: fixed(33_661_000, 5_555, 4, 6),
  submit_encrypted: fixed(207_223_000, 0, 0, 0),
  store_encrypted: fixed(20_000_000_000, 0, 0, 0),
  set_max_pending_extrinsics_number: fixed(4_206_000, 0, 0, 1),
  set_on_initialize_weight: fixed(4_327_000, 0, 0, 1),
  set_stored_extrinsic_lifetime: fixed(4_116_000, 0, 0, 1),
  set_max_extrinsic_weight: fixed(4_227_000, 0, 0, 1),
};
