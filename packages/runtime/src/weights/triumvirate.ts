/** Weights of the calls of pallet Triumvirate. source: pallets/collective/src/lib.rs and weights.rs @ 1b0c63a */

import { addWeight, maxWeight, type DispatchClass, type DispatchInfo, type RuntimeCall, type Weight } from '@taonet/frame';
import {
  closeApprovedWeight, closeDisapprovedWeight, closeEarlyApprovedWeight, closeEarlyDisapprovedWeight, disapproveWeight, executeWeight, proposeWeight,
  setMembersWeight, voteWeight,
} from '../pallets/triumvirate/motionWeights.ts';
import { PROPOSALS_MAX, VOTERS_MAX } from '../pallets/triumvirate/pallet.ts';
import { fromStored } from '../pallets/system/storedWeight.ts';
import type { WeightTable } from './weightRow.ts';

const MOST = { m: VOTERS_MAX, p: PROPOSALS_MAX };

const announced = (weight: Weight, cls: DispatchClass = 'Operational'): DispatchInfo => ({ weight, class: cls, paysFee: true });

export const triumvirateWeights: WeightTable = {
  set_members: ({ old_count }) => announced(setMembersWeight({ m: old_count as number, p: PROPOSALS_MAX })),
  execute: ({ proposal, length_bound }, ctx) =>
    announced(addWeight(executeWeight({ b: length_bound as number, m: VOTERS_MAX }), ctx.dispatchInfo(proposal as RuntimeCall).weight)),
  propose: ({ length_bound }) => announced(proposeWeight({ b: length_bound as number, ...MOST })),
  vote: () => announced(voteWeight(MOST)),
  disapprove_proposal: () => announced(disapproveWeight(MOST), 'Normal'),
  close: ({ length_bound, proposal_weight_bound }) => {
    const b = length_bound as number;
    const most = [closeEarlyApprovedWeight({ b, ...MOST }), closeEarlyDisapprovedWeight(MOST), closeApprovedWeight({ b, ...MOST }), closeDisapprovedWeight(MOST)];
    return announced(addWeight(most.reduce(maxWeight), fromStored(proposal_weight_bound as { ref_time: bigint; proof_size: bigint })));
  },
};
