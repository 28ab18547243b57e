/** What lease calls turn out to weigh, by contributors. source: pallets/subtensor/src/subnets/leasing.rs, SubnetLeasingWeightInfo @ 14bc6f9 */

import { addWeight, timesWeight, type Weight } from '@taonet/frame';
import { measured } from '../../../weights/weightRow.ts';

export function registerLeaseWeight(contributors: number): Weight {
  return addWeight(measured(301_560_714, 10_079, 41, 55), timesWeight(measured(26_884_006, 2_579, 2, 2), BigInt(contributors)));
}

export function terminateLeaseWeight(contributors: number): Weight {
  return addWeight(measured(56_635_122, 6_148, 4, 6), timesWeight(measured(912_993, 2_529, 1, 1), BigInt(contributors)));
}
