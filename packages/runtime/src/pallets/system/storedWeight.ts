/** Weights as storage and events have them. */

import type { Weight } from '@taonet/frame';

interface StoredWeight {
  readonly ref_time: bigint;
  readonly proof_size: bigint;
}

export const toStored = (weight: Weight): StoredWeight => ({ ref_time: weight.refTime, proof_size: weight.proofSize });
export const fromStored = (weight: StoredWeight): Weight => ({ refTime: weight.ref_time, proofSize: weight.proof_size });
