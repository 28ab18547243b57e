/** What the pool holds and what it answers. */

import type { Hash, InvalidTransaction, UnknownTransaction } from '@taonet/primitives';
import type { TransactionSource } from '../ports.ts';

/** A transaction the runtime called valid. */
export interface PooledTransaction {
  readonly hash: Hash;
  /** With its length prefix. */
  readonly extrinsic: Uint8Array;
  readonly source: TransactionSource;
  readonly priority: bigint;
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  /** Last block after which it may still stand in one. */
  readonly validTill: bigint;
  /** Block whose state it was checked against. */
  readonly checkedAt: number;
  /** Order of arrival. */
  readonly order: number;
}

/** Why the pool did not take a transaction. */
export type PoolRefusal =
  | { readonly kind: 'Undecodable' }
  | { readonly kind: 'Invalid'; readonly error: InvalidTransaction }
  | { readonly kind: 'Unknown'; readonly error: UnknownTransaction }
  | { readonly kind: 'TemporarilyBanned' }
  | { readonly kind: 'AlreadyImported'; readonly hash: Hash }
  | { readonly kind: 'TooLowPriority'; readonly old: bigint; readonly new: bigint }
  | { readonly kind: 'CycleDetected' }
  | { readonly kind: 'ImmediatelyDropped' }
  | { readonly kind: 'NoTags' };

export type SubmitResult = { readonly ok: Hash } | { readonly refused: PoolRefusal };

/** What happens to a transaction, in the order it happens. Upstream: `TransactionStatus`. */
export type TransactionEvent =
  | { readonly type: 'future' }
  | { readonly type: 'ready' }
  | { readonly type: 'broadcast'; readonly peers: readonly string[] }
  | { readonly type: 'inBlock'; readonly block: Hash; readonly index: number }
  | { readonly type: 'retracted'; readonly block: Hash }
  | { readonly type: 'finalized'; readonly block: Hash; readonly index: number }
  | { readonly type: 'usurped'; readonly by: Hash }
  | { readonly type: 'dropped' }
  | { readonly type: 'invalid'; readonly error: InvalidTransaction | undefined };

/** Events after which nothing more comes. */
export function isLast(event: TransactionEvent): boolean {
  return event.type === 'finalized' || event.type === 'usurped' || event.type === 'dropped' || event.type === 'invalid';
}
