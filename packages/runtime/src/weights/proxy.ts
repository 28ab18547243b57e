/** Weights of the calls of pallet Proxy: picoseconds, proof bytes, reads, writes. source: pallets/proxy, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, around, type WeightTable } from './weightRow.ts';

export const proxyWeights: WeightTable = {
  proxy: around([29_090_365, 4_994, 4, 2], ['call'], { pays: 'any' }),
  add_proxy: fixed(27_388_644, 4_254, 1, 1),
  remove_proxy: fixed(29_108_129, 4_254, 1, 2),
  remove_proxies: fixed(28_523_188, 4_254, 1, 1),
  create_pure: fixed(28_256_636, 4_254, 1, 1),
  kill_pure: fixed(27_489_367, 4_254, 1, 1),
  announce: fixed(49_915_451, 8_615, 3, 2),
  remove_announcement: fixed(41_787_991, 8_615, 2, 2),
  reject_announcement: fixed(41_722_977, 8_615, 2, 2),
  proxy_announced: around([71_477_572, 14_455, 6, 4], ['call']),
  poke_deposit: fixed(46_757_000, 8_615, 3, 3),
  set_real_pays_fee: fixed(15_115_911, 4_254, 1, 1),
};
