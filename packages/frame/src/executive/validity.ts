/** What the pool learns of a valid transaction, and how to say that one is not. source: sp-runtime 42.0.0, transaction_validity.rs */

import { Invalidity, U64_MAX, type Facts, type InvalidTransaction, type UnknownTransaction } from '@taonet/primitives';

/** Where a transaction comes from. */
export type TransactionSource = 'InBlock' | 'Local' | 'External';

/** Priority and longevity are u64; tags are opaque bytes. */
export interface ValidTransaction {
  readonly priority: bigint;
  readonly requires: Uint8Array[];
  readonly provides: Uint8Array[];
  /** Blocks for which it stays valid. */
  readonly longevity: bigint;
  readonly propagate: boolean;
}

/** Neutral in `combineValidity`. */
export const DEFAULT_VALIDITY: ValidTransaction = { priority: 0n, requires: [], provides: [], longevity: U64_MAX, propagate: true };

/** Both hold: priorities add up, tags of both, the shorter longevity. */
export function combineValidity(a: ValidTransaction, b: Partial<ValidTransaction>): ValidTransaction {
  const priority = a.priority + (b.priority ?? 0n);
  const longevity = b.longevity ?? U64_MAX;
  return {
    priority: priority > U64_MAX ? U64_MAX : priority,
    requires: [...a.requires, ...(b.requires ?? [])],
    provides: [...a.provides, ...(b.provides ?? [])],
    longevity: longevity < a.longevity ? longevity : a.longevity,
    propagate: a.propagate && (b.propagate ?? true),
  };
}

/** Ends the validation: the transaction is invalid. */
export function invalid(reason: InvalidTransaction, facts?: Facts): never {
  throw new Invalidity({ invalid: reason }, facts);
}

/** Ends the validation: nobody can tell. */
export function unknown(reason: UnknownTransaction, facts?: Facts): never {
  throw new Invalidity({ unknown: reason }, facts);
}
