/** What calls weigh that tell it after they ran, the calls inside them left out. */

import { addWeight, timesWeight, weightOf, ZERO_WEIGHT, type RuntimeCall, type Weight } from '@taonet/frame';
import { measured, type WeighCtx, type WeightTable } from './weightRow.ts';

type Parts = readonly [refTime: number, proofSize: number, reads: number, writes: number];

/** A step of a multisig operation: base, and picoseconds for every other signatory and every byte of the call. */
interface MultisigStep {
  readonly base: Parts;
  readonly signatory: number;
  readonly byte: number;
}

export interface DoneParts {
  /** Announced weights, from which the ones afterwards are taken. */
  readonly utility: WeightTable;
  /** Which of them a forced batch has. */
  readonly forcedBatch: 'batch' | 'force_batch';
  readonly multisig: Readonly<Record<MultisigStepName, MultisigStep>>;
  readonly refund: { readonly base: Parts; readonly contributor: Parts };
}

export type Batch = 'batch' | 'batch_all' | 'force_batch';
export type MultisigStepName = 'threshold1' | 'create' | 'approve' | 'complete';

export interface DoneWeights {
  /** Of so many calls, those that ran. */
  batch(kind: Batch, calls: readonly RuntimeCall[]): Weight;
  asDerivative(call: RuntimeCall): Weight;
  ifElse(main: RuntimeCall, fallback: RuntimeCall): Weight;
  multisig(step: MultisigStepName, otherSignatories: number, callBytes: number): Weight;
  /** Of a crowdloan to so many contributors. */
  refund(contributors: number): Weight;
}

/** Inner calls weigh nothing here. */
const WEIGHTLESS: WeighCtx = {
  dispatchInfo: () => ({ weight: ZERO_WEIGHT, class: 'Normal', paysFee: true }),
  encodeCall: () => new Uint8Array(),
};

export function createDoneWeights({ utility, forcedBatch, multisig, refund }: DoneParts): DoneWeights {
  return {
    batch: (kind, calls) => utility[kind === 'force_batch' ? forcedBatch : kind]!({ calls }, WEIGHTLESS).weight,
    asDerivative: (call) => utility['as_derivative']!({ call }, WEIGHTLESS).weight,
    ifElse: (main, fallback) => utility['if_else']!({ main, fallback }, WEIGHTLESS).weight,
    multisig(step, otherSignatories, callBytes) {
      const { base, signatory, byte } = multisig[step];
      return addWeight(measured(...base), weightOf(BigInt(signatory) * BigInt(otherSignatories) + BigInt(byte) * BigInt(callBytes), 0n));
    },
    refund: (contributors) => addWeight(measured(...refund.base), timesWeight(measured(...refund.contributor), BigInt(contributors))),
  };
}
