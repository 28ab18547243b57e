/** Weight of pallet Rules, our own measure: a few reads and writes. */

import { fixed, type WeightTable } from './weightRow.ts';

export const rulesWeights: WeightTable = { set_rules: fixed(10_000_000, 0, 2, 2) };
