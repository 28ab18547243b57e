/**
 * Weight of the checks that run before every dispatch. It is part of what each call announces and pays.
 *
 * source: pallets/subtensor/src/guards, pallets/subtensor/src/weights.rs @ 14bc6f9
 */

import { addWeight, type RuntimeCall, type Weight } from '@taonet/frame';
import { GUARDED_CALLS, type GuardName } from '../pallets/subtensor/guards/guardedCalls.ts';
import { measured } from './weightRow.ts';

/** Checked for every call, of whatever pallet. */
const COLDKEY_SWAP = measured(17_583_000, 4_198, 2, 0);

const BY_GUARD: Readonly<Record<GuardName, Weight>> = {
  weights: measured(52_958_000, 7_671, 11, 0),
  rateLimits: measured(35_376_000, 4_484, 7, 0),
  delegateTake: measured(15_378_000, 4_186, 3, 0),
  servingEndpoints: measured(19_035_000, 4_112, 3, 0),
  evmKeyAssociation: measured(15_448_000, 4_117, 2, 0),
};

const GUARDS = Object.keys(BY_GUARD) as GuardName[];

/** What the dispatch extension adds to the weight of `call`. */
export function dispatchExtensionWeight(call: RuntimeCall): Weight {
  let weight = COLDKEY_SWAP;
  if (call.type !== 'SubtensorModule') return weight;
  for (const guard of GUARDS) if (GUARDED_CALLS[guard].has(call.value.type)) weight = addWeight(weight, BY_GUARD[guard]);
  return weight;
}
