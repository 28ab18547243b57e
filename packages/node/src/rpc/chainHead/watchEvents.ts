/** What transactionWatch_v1 tells of a transaction. source: JSON-RPC interface specification; sc-rpc-spec-v2, transaction.rs, error.rs */

import { invalidText, unknownText, type PoolRefusal, type TransactionEvent } from '@taonet/chain';
import { prefixed } from '../blocks.ts';

/** Undefined for what clients of this group are not told. */
export function watchEvent(event: TransactionEvent): object | undefined {
  switch (event.type) {
    case 'ready':
    case 'future': return { event: 'validated' };
    case 'broadcast': return undefined;
    case 'inBlock': return { event: 'bestChainBlockIncluded', block: { hash: prefixed(event.block), index: event.index } };
    case 'retracted': return { event: 'bestChainBlockIncluded', block: null };
    case 'finalized': return { event: 'finalized', block: { hash: prefixed(event.block), index: event.index } };
    case 'usurped': return { event: 'invalid', error: 'Replaced by another extrinsic of the same account and nonce' };
    case 'dropped': return { event: 'dropped', error: 'Left the pool because it was full, or by the operator' };
    case 'invalid': return { event: 'invalid', error: event.error === undefined ? 'Not valid any more' : `Invalid transaction: ${invalidText(event.error)}` };
  }
}

/** The pool did not take it: the first and last event. */
export function refusalEvent(refusal: PoolRefusal): object {
  return { event: 'invalid', error: refusalText(refusal) };
}

function refusalText(refusal: PoolRefusal): string {
  switch (refusal.kind) {
    case 'Undecodable': return 'The bytes are not an extrinsic of this runtime';
    case 'Invalid': return `Invalid transaction: ${invalidText(refusal.error)}`;
    case 'Unknown': return `Unknown transaction validity: ${unknownText(refusal.error)}`;
    case 'TemporarilyBanned': return 'Found bad a short time ago and not looked at again yet';
    case 'AlreadyImported': return 'Already in the pool';
    case 'TooLowPriority': return `Its priority ${refusal.new} is not above ${refusal.old}, that of one in the pool`;
    case 'CycleDetected': return 'It and others in the pool need each other';
    case 'ImmediatelyDropped': return 'The pool is full';
    case 'NoTags': return 'It provides no tags, so the pool cannot tell it apart';
  }
}
