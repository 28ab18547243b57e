/** Weights of the calls of pallet Sudo: picoseconds, proof bytes, reads, writes. source: pallet-sudo 41.0.0, weights.rs and lib.rs */

import { fixed, around, stated, type WeightTable } from './weightRow.ts';

export const sudoWeights: WeightTable = {
  sudo: around([7_939_000, 1_517, 1, 0], ['call'], { class: 'inner' }),
  sudo_unchecked_weight: stated('weight', { class: 'inner' }),
  set_key: fixed(7_237_000, 1_517, 1, 1),
  sudo_as: around([7_870_000, 1_517, 1, 0], ['call'], { class: 'inner' }),
  remove_key: fixed(6_417_000, 1_517, 1, 1),
};
