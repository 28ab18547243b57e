/** What a runtime can tell people beyond what stands on the wire: why something was refused, and what a call would do. */

import type { AccountId, Facts, Hash, Refusal } from '@taonet/primitives';
import type { Block, ParentState, TransactionSource } from './ports.ts';
import type { ValidityError, ValidTransaction } from './validity.ts';

/** A call of a block that was refused. */
export interface RefusedCall {
  readonly refusal: Refusal;
  /** `Pallet.call`: the call itself. */
  readonly call: string;
  /** `Pallet.call`: the extrinsic's call, which went through though this call inside of it did not (Sudo, Proxy, batches). */
  readonly within?: string | undefined;
}

export type ExplainedValidity = { readonly valid: ValidTransaction } | { readonly invalid: ValidityError; readonly facts: Facts | undefined };

/** Who makes a call that is tried out. */
export type DryOrigin = { readonly kind: 'root' } | { readonly kind: 'signed'; readonly who: AccountId };

/** An event as its declaration has it. */
export interface DecodedEvent {
  readonly pallet: string;
  readonly name: string;
  readonly value: unknown;
}

export interface MoneyChange {
  readonly account: AccountId;
  readonly kind: 'free' | 'reserved' | 'stake';
  readonly hotkey?: AccountId;
  readonly netuid?: number;
  readonly before: bigint;
  readonly after: bigint;
}

/** What came of a call on a state that is thrown away. */
export interface DryRun {
  /** Whether the call itself went through. */
  readonly ok: boolean;
  /** The call's own refusal, or that of a call inside of it. */
  readonly refused: RefusedCall | undefined;
  readonly events: readonly DecodedEvent[];
  /** Rao; undefined: free. */
  readonly fee: bigint | undefined;
  readonly changes: readonly MoneyChange[];
}

/** Offered by runtimes that can be looked into. Nothing of it changes a state or a block. */
export interface RuntimeInspector {
  /** Executes the block's extrinsics up to `index` on its parent's state, signatures taken for good; undefined: that one went through. */
  refusalOf(parent: ParentState, block: Block, index: number): RefusedCall | undefined;
  /** As `RuntimePort.validate`, with facts; undefined when the bytes are no extrinsic. */
  explainValidity(state: ParentState, source: TransactionSource, extrinsic: Uint8Array, at: Hash): ExplainedValidity | undefined;
  /** Makes a call (SCALE) in the block after the one with this state; undefined when the bytes are no call. No fee is taken. */
  dryRun(state: ParentState, at: Hash, call: Uint8Array, origin: DryOrigin): DryRun | undefined;
}
