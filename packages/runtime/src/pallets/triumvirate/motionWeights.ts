/** What steps of a motion weigh. b: bytes of the call, m: members, p: motions. source: pallets/collective/src/weights.rs @ 1b0c63a */

import { addWeight, weightOf, type Weight } from '@taonet/frame';
import { measured, READ_REF_TIME, WRITE_REF_TIME } from '../../weights/weightRow.ts';

/** Picoseconds and proof bytes. */
type Slope = readonly [refTime: number, proofSize: number];

const NONE: Slope = [0, 0];

function formula(base: Weight, [b, m, p]: readonly [b: Slope, m: Slope, p: Slope]) {
  const times = ([refTime, proofSize]: Slope, n: number): Weight => weightOf(BigInt(refTime) * BigInt(n), BigInt(proofSize) * BigInt(n));
  return (counts: { readonly b?: number; readonly m?: number; readonly p?: number }): Weight =>
    addWeight(addWeight(base, times(b, counts.b ?? 0)), addWeight(times(m, counts.m ?? 0), times(p, counts.p ?? 0)));
}

const VOTING_REF_TIME = Number(READ_REF_TIME + WRITE_REF_TIME);

export const setMembersWeight = formula(measured(17_284_000, 16_586, 2, 2), [NONE, [5_143_145, 7_809], [7_480_941 + VOTING_REF_TIME, 10_238]]);
export const executeWeight = formula(measured(14_971_445, 730, 1, 0), [[1_775, 0], [17_052, 32], NONE]);
export const proposeWeight = formula(measured(24_778_955, 6_355, 4, 4), [[2_355, 0], [20_518, 165], [85_670, 180]]);
export const voteWeight = formula(measured(20_528_275, 4_980, 2, 1), [NONE, [48_856, 128], NONE]);
export const closeEarlyDisapprovedWeight = formula(measured(25_535_497, 5_893, 3, 3), [NONE, [27_956, 260], [84_835, 144]]);
export const closeEarlyApprovedWeight = formula(measured(36_626_648, 9_164, 4, 3), [[2_295, 4], [22_182, 264], [100_034, 160]]);
export const closeDisapprovedWeight = formula(measured(28_050_047, 7_095, 4, 3), [NONE, [34_031, 325], [85_744, 180]]);
export const closeApprovedWeight = formula(measured(39_948_329, 10_565, 5, 3), [[2_045, 5], [22_669, 330], [95_525, 200]]);
export const disapproveWeight = formula(measured(16_393_818, 1_668, 1, 3), [NONE, NONE, [76_786, 96]]);
