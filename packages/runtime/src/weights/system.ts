/** Weights of the calls of pallet System: picoseconds, proof bytes, reads, writes. source: frame-system 41.0.0, weights.rs and lib.rs */

import { fixed, linear, count, type WeightTable } from './weightRow.ts';

export const systemWeights: WeightTable = {
  remark: linear([1_586_000, 0, 0, 0], [[count('remark'), 10_920, 0, 0, 0]]),
  set_heap_pages: fixed(2_836_000, 0, 0, 1, { class: 'Operational' }),
  set_code: fixed(164_247_810_000, 67_035, 1, 1, { class: 'Operational' }),
  set_code_without_checks: fixed(164_247_810_000, 67_035, 1, 1, { class: 'Operational' }),
  set_storage: linear([1_565_000, 0, 0, 0], [[count('items'), 733_648, 0, 0, 1]], { class: 'Operational' }),
  kill_storage: linear([1_624_000, 0, 0, 0], [[count('keys'), 566_903, 0, 0, 1]], { class: 'Operational' }),
  kill_prefix: linear([2_964_000, 0, 0, 0], [[(args) => BigInt(args['subkeys'] as number) + 1n, 1_340_742, 70, 1, 1]], { class: 'Operational' }),
  remark_with_event: linear([4_725_000, 0, 0, 0], [[count('remark'), 12_386, 0, 0, 0]]),
  authorize_upgrade: fixed(15_570_000, 0, 0, 1, { class: 'Operational' }),
  authorize_upgrade_without_checks: fixed(15_570_000, 0, 0, 1, { class: 'Operational' }),
  apply_authorized_upgrade: fixed(166_858_158_000, 67_035, 2, 2, { class: 'Operational' }),
};
