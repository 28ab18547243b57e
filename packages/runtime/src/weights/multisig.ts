/** Weights of the calls of pallet Multisig: picoseconds, proof bytes, reads, writes. source: pallet-multisig 41.0.0, weights.rs and lib.rs */

import type { RuntimeCall } from '@taonet/frame';
import { linear, count, around, stated, plus, greatest, type Count, type WeightTable } from './weightRow.ts';

const signatories: Count = count('other_signatories');
const callLength: Count = (args, ctx) => BigInt(ctx.encodeCall(args['call'] as RuntimeCall).length);

export const multisigWeights: WeightTable = {
  as_multi_threshold_1: plus(linear([20_470_382, 3_997, 3, 1], [[callLength, 397, 0, 0, 0]]), around([0, 0, 0, 0], ['call'], { class: 'inner' })),
  as_multi: plus(
    greatest(
      linear([29_976_762, 6_811, 1, 1], [[signatories, 144_320, 0, 0, 0], [callLength, 1_819, 0, 0, 0]]),
      linear([14_821_348, 6_811, 1, 1], [[signatories, 127_874, 0, 0, 0], [callLength, 1_968, 0, 0, 0]]),
      linear([34_745_418, 6_811, 4, 2], [[signatories, 193_313, 0, 0, 0], [callLength, 2_057, 0, 0, 0]]),
    ),
    stated('max_weight'),
  ),
  approve_as_multi: plus(
    greatest(linear([27_463_275, 6_811, 1, 1], [[signatories, 139_226, 0, 0, 0]]), linear([14_074_258, 6_811, 1, 1], [[signatories, 126_544, 0, 0, 0]])),
    stated('max_weight'),
  ),
  cancel_as_multi: linear([28_623_566, 6_811, 1, 1], [[count('other_signatories'), 135_351, 0, 0, 0]]),
  poke_deposit: linear([27_349_525, 6_811, 1, 1], [[count('other_signatories'), 121_813, 0, 0, 0]]),
};

/** What the steps of an operation turn out to weigh. */
export const MULTISIG_STEPS = {
  threshold1: { base: [20_470_382, 3_997, 2, 0], signatory: 0, byte: 397 },
  create: { base: [29_976_762, 6_811, 1, 1], signatory: 144_320, byte: 1_819 },
  approve: { base: [14_821_348, 6_811, 1, 1], signatory: 127_874, byte: 1_968 },
  complete: { base: [34_745_418, 6_811, 4, 2], signatory: 193_313, byte: 2_057 },
} as const;
