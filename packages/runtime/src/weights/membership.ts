/** Weights of the calls of the two memberships. source: pallet-membership 38.0.0, lib.rs and weights.rs */

import type { DispatchInfo, Weight } from '@taonet/frame';
import {
  addMemberWeight, changeKeyWeight, clearPrimeWeight, removeMemberWeight, resetMembersWeight, setPrimeWeight, swapMemberWeight,
} from '../pallets/membership/memberWeights.ts';
import { senate, triumvirateSeats } from '../pallets/membership/pallet.ts';
import type { WeightTable } from './weightRow.ts';

function membershipWeights(seatsMax: number): WeightTable {
  const announced = (weight: Weight): DispatchInfo => ({ weight, class: 'Normal', paysFee: true });
  return {
    add_member: () => announced(addMemberWeight(seatsMax)),
    remove_member: () => announced(removeMemberWeight(seatsMax)),
    swap_member: () => announced(swapMemberWeight(seatsMax)),
    reset_members: ({ members }) => announced(resetMembersWeight((members as readonly unknown[]).length)),
    change_key: () => announced(changeKeyWeight(seatsMax)),
    set_prime: () => announced(setPrimeWeight(seatsMax)),
    clear_prime: () => announced(clearPrimeWeight),
  };
}

export const triumvirateMembersWeights = membershipWeights(triumvirateSeats.seatsMax);
export const senateMembersWeights = membershipWeights(senate.seatsMax);
