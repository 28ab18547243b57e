/** Weights of the calls of pallet LimitOrders: picoseconds, proof bytes, reads, writes. source: pallets/limit-orders, weights.rs and lib.rs @ 14bc6f9 */

import { fixed, linear, count, type WeightTable } from './weightRow.ts';

export const limitOrdersWeights: WeightTable = {
  execute_orders: linear([61_768_457, 6_148, 17, 10], [[count('orders'), 520_180_782, 5_158, 11, 7]]),
  execute_batched_orders: linear([499_718_496, 8_727, 25, 15], [[count('orders'), 259_134_004, 5_158, 10, 7]]),
  cancel_order: fixed(14_822_000, 3_522, 1, 1),
  set_pallet_status: fixed(4_266_000, 0, 0, 1),
};
