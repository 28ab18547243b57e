/** What the calls of pallet Utility weigh themselves, the calls inside them left out. */

import { ZERO_WEIGHT, type RuntimeCall, type Weight } from '@taonet/frame';
import { utilityWeights } from '../../weights/utility.ts';
import type { WeighCtx } from '../../weights/weightRow.ts';

/** Inner calls weigh nothing here. */
const WEIGHTLESS: WeighCtx = {
  dispatchInfo: () => ({ weight: ZERO_WEIGHT, class: 'Normal', paysFee: true }),
  encodeCall: () => new Uint8Array(),
};

export type Batch = 'batch' | 'batch_all' | 'force_batch';

export function batchWeight(kind: Batch, calls: readonly RuntimeCall[]): Weight {
  return utilityWeights[kind]!({ calls }, WEIGHTLESS).weight;
}

export function asDerivativeWeight(call: RuntimeCall): Weight {
  return utilityWeights['as_derivative']!({ call }, WEIGHTLESS).weight;
}

export function ifElseWeight(main: RuntimeCall, fallback: RuntimeCall): Weight {
  return utilityWeights['if_else']!({ main, fallback }, WEIGHTLESS).weight;
}
