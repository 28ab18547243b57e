/** What changes of a membership weigh, by number of members. source: pallet-membership 38.0.0, weights.rs */

import { addWeight, weightOf, type Weight } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';

const grown = (base: Weight, refTime: number, proofSize: number) =>
  (members: number): Weight => addWeight(base, weightOf(BigInt(refTime) * BigInt(members), BigInt(proofSize) * BigInt(members)));

export const addMemberWeight = grown(measured(13_743_651, 4_687, 2, 3), 35_417, 64);
export const removeMemberWeight = grown(measured(16_172_409, 4_687, 3, 3), 35_790, 64);
export const swapMemberWeight = grown(measured(16_370_827, 4_687, 3, 3), 45_739, 64);
export const resetMembersWeight = grown(measured(16_444_101, 4_687, 3, 3), 143_947, 64);
export const changeKeyWeight = grown(measured(17_269_755, 4_687, 3, 4), 42_082, 64);
export const setPrimeWeight = grown(measured(6_501_085, 4_687, 1, 2), 18_285, 32);
export const clearPrimeWeight = measured(2_807_000, 0, 0, 2);
