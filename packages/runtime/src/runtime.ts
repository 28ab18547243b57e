/** The runtime as a host uses it: blocks, transactions, views over a state that the host keeps. */

import { CannotDecode, extrinsicCodec, tryDecode, type Build } from '@taonet/codec';
import {
  executeBlock, OpenBlock, validateTransaction,
  type Backend, type BlockStart, type ExecuteOptions, type FinishedBlock, type TransactionSource, type ValidTransaction,
} from '@taonet/frame';
import { Invalidity, type Crypto, type Hash } from '@taonet/primitives';
import { createSpec, type Spec, type SpecOptions } from './spec.ts';

export type RuntimeOptions = SpecOptions;

/** Deepest nesting of a call that a transaction may bring; blocks may go deeper. */
const CALL_DEPTH_MAX = 8;

export interface Runtime {
  readonly spec: Spec;
  /** Starts a block on its parent's state. */
  openBlock(start: BlockStart): OpenBlock;
  /** Executes a whole block and compares it with its header; a block that does not fit is a Defect. */
  executeBlock(block: ExecuteOptions): FinishedBlock;
  /** Whether a transaction could stand in the next block. */
  validateTransaction(transaction: TransactionToValidate): { readonly valid: ValidTransaction } | { readonly invalidity: Invalidity };
}

export interface TransactionToValidate {
  readonly state: Backend;
  /** Hash of the block whose state this is. */
  readonly blockHash: Hash;
  readonly source: TransactionSource;
  readonly bytes: Uint8Array;
}

/** A runtime of one of upstream's builds, at spec 425. */
export function createRuntime(build: Build, crypto: Crypto, options: RuntimeOptions = {}): Runtime {
  const spec = createSpec(build, crypto, options);
  return {
    spec,
    openBlock: (start) => new OpenBlock(spec, start),
    executeBlock: (block) => executeBlock(spec, block),
    validateTransaction: (transaction) =>
      isTooDeep(spec, transaction.bytes) ? { invalidity: new Invalidity({ invalid: 'Call' }, { depthMax: CALL_DEPTH_MAX }) } : validateTransaction(spec, transaction),
  };
}

/** source: runtime/src/lib.rs, TaggedTransactionQueue @ 14bc6f9 */
function isTooDeep(spec: Spec, bytes: Uint8Array): boolean {
  if (spec.readExtrinsic(bytes) instanceof CannotDecode) return false;
  return tryDecode(extrinsicCodec(spec.format), bytes, { depthLimit: CALL_DEPTH_MAX, build: spec.build }) instanceof CannotDecode;
}
