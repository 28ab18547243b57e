/**
 * Transaction extensions: what is checked and done around the call of a transaction. A pipeline of them runs in order:
 * all `validate`, then all `prepare`, the call, then all `postDispatch`.
 *
 * source: sp-runtime 42.0.0, traits/transaction_extension
 */

import type { Codec } from '@taonet/codec';
import type { DispatchInfo, DispatchResult, RuntimeCall } from '../call.ts';
import type { Origin } from '../origin.ts';
import type { BlockCtx } from './blockContext.ts';
import type { TransactionSource, ValidTransaction } from './validity.ts';

/** A transaction on its way through the extensions. */
export interface Transaction {
  readonly origin: Origin;
  readonly call: RuntimeCall;
  readonly info: DispatchInfo;
  /** Encoded length with its own length prefix. */
  readonly lengthBytes: number;
  readonly source: TransactionSource;
}

export interface Validated<V> {
  readonly validity?: Partial<ValidTransaction> | undefined;
  /** What `prepare` gets. */
  readonly val: V;
}

/**
 * One extension: `X` stands in the extrinsic, `I` in the signed payload only, `V` goes from validate to prepare,
 * `P` from prepare to postDispatch. All checks throw an Invalidity.
 */
export interface TransactionExtension<X = unknown, I = unknown, V = unknown, P = unknown> {
  readonly identifier: string;
  readonly explicit: Codec<X>;
  readonly implicit: Codec<I>;
  /** What the signer must have signed besides the extrinsic. */
  getImplicit?(ctx: BlockCtx, explicit: X): I;
  validate?(ctx: BlockCtx, tx: Transaction, explicit: X): Validated<V>;
  prepare?(ctx: BlockCtx, tx: Transaction, val: V, explicit: X): P;
  postDispatch?(ctx: BlockCtx, tx: Transaction, pre: P, result: DispatchResult): void;
  /** The same for transactions without a signature. */
  bareValidate?(ctx: BlockCtx, tx: Transaction): Partial<ValidTransaction>;
  bareValidateAndPrepare?(ctx: BlockCtx, tx: Transaction): void;
  barePostDispatch?(ctx: BlockCtx, tx: Transaction, result: DispatchResult): void;
}
