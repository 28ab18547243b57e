/** chainHead_v1_*: the newest blocks, as light clients see them. source: JSON-RPC interface specification */

import type { Hash } from '@taonet/primitives';
import { failureText, hex } from '../blocks.ts';
import type { Follow } from '../chainHead/follow.ts';
import { followOf, startFollow } from '../chainHead/follows.ts';
import type { Operation } from '../chainHead/operation.ts';
import { readItems, storageItems, StoragePages, type StorageResult } from '../chainHead/storageItems.ts';
import { method, subscription, type Call, type MethodGroup } from '../method.ts';
import { flag, hash, hexBytes, hexKey, oneOrMany, optional, text } from '../params.ts';
import { followWithoutRuntime, nothingToContinue } from '../rpcError.ts';

/** More items in one request are left to the next one. */
const MAX_STORAGE_ITEMS = 1024;
const LIMIT_REACHED = { result: 'limitReached' };
const STARTED = '{ result: "started", operationId } | { result: "limitReached" }';
const onBlock = { followSubscription: text, hash };
const onOperation = { followSubscription: text, operationId: text };

interface Target {
  readonly followSubscription: string;
  readonly hash: Hash;
}

/** Begins `work` on a pinned block, once its name is on the way to the client. */
function startOperation(call: Call, { followSubscription, hash: block }: Target, work: (operation: Operation, follow: Follow) => void): { readonly result: string; readonly operationId?: string } {
  const follow = followOf(call, followSubscription);
  if (follow === undefined) return LIMIT_REACHED;
  follow.ensurePinned(block);
  const operation = follow.operations.start(call.connection.session!.newId(), (event) => follow.send(event));
  if (operation === undefined) return LIMIT_REACHED;
  call.afterAnswer(() => operation.run(() => work(operation, follow), reportTo(call)));
  return { result: 'started', operationId: operation.id };
}

function reportTo({ node }: Call): (thrown: unknown) => void {
  return (thrown) => node.onDefect('chainHead_v1 operation', thrown);
}

function tellStorage(call: Call, operation: Operation, pages: StoragePages): void {
  const { items, last } = pages.take();
  if (items.length > 0) operation.tell('operationStorageItems', { items });
  if (last) operation.end('operationStorageDone');
  else operation.wait(() => operation.run(() => tellStorage(call, operation, pages), reportTo(call)));
}

const NO_RESULTS: readonly StorageResult[] = [];

export const chainHeadV1Methods: MethodGroup = {
  title: 'chainHead_v1',
  rows: [
    subscription({
      name: 'chainHead_v1_follow',
      unsubscribe: 'chainHead_v1_unfollow',
      unsubscribeAnswers: 'null',
      notification: 'chainHead_v1_followEvent',
      params: { withRuntime: flag },
      sends: '{ event: "initialized" | "newBlock" | "bestBlockChanged" | "finalized" | "operation…" | "stop", … }',
      docs: 'Tells of every new, best and final block, each of which stays pinned until `chainHead_v1_unpin`. The other methods of this group work on pinned blocks and answer by events here. After `stop` (too many pinned blocks, or a developer turned the chain back) follow again.',
      start: (call, { withRuntime }, sink) => startFollow(call, withRuntime, sink),
    }),
    method({
      name: 'chainHead_v1_unpin',
      params: { followSubscription: text, hashOrHashes: oneOrMany(hash) },
      needsSession: true,
      returns: 'null',
      docs: 'Lets go of one or several pinned blocks. Errors: -32801 when one is not pinned, -32804 when one is named twice; then none is let go.',
      run: (call, { followSubscription, hashOrHashes }) => {
        followOf(call, followSubscription)?.unpin(Array.isArray(hashOrHashes) ? hashOrHashes : [hashOrHashes]);
        return null;
      },
    }),
    method({
      name: 'chainHead_v1_header',
      params: onBlock,
      needsSession: true,
      returns: 'the SCALE header as hex; null when the follow has ended',
      docs: 'The header of a pinned block.',
      run: (call, { followSubscription, hash: block }) => {
        const follow = followOf(call, followSubscription);
        if (follow === undefined) return null;
        follow.ensurePinned(block);
        const found = call.node.chain.blockOf(block);
        return found === undefined ? null : hex(found.header);
      },
    }),
    method({
      name: 'chainHead_v1_body',
      params: onBlock,
      needsSession: true,
      returns: STARTED,
      docs: 'The extrinsics of a pinned block, by the event `operationBodyDone`.',
      run: (call, args) => startOperation(call, args, (operation) => {
        const block = call.node.chain.blockOf(args.hash);
        if (block === undefined) operation.end('operationInaccessible');
        else operation.end('operationBodyDone', { value: block.extrinsics.map(hex) });
      }),
    }),
    method({
      name: 'chainHead_v1_call',
      params: { ...onBlock, function: text, callParameters: hexBytes },
      needsSession: true,
      returns: STARTED,
      docs: 'Calls a method of a runtime API on a pinned block, by the events `operationCallDone` and `operationError`. Error -32802: the follow was begun without runtime.',
      run: (call, args) => {
        if (followOf(call, args.followSubscription)?.withRuntime === false) throw followWithoutRuntime();
        return startOperation(call, args, (operation) => {
          const { chain } = call.node;
          const number = chain.store.numberOf(args.hash);
          if (number === undefined) return operation.end('operationInaccessible');
          const outcome = chain.call(number, args.function, args.callParameters);
          if ('ok' in outcome) operation.end('operationCallDone', { output: hex(outcome.ok) });
          else operation.end('operationError', { error: failureText(args.function, outcome) });
        });
      },
    }),
    method({
      name: 'chainHead_v1_storage',
      params: { ...onBlock, items: storageItems, childTrie: optional(hexKey) },
      needsSession: true,
      returns: '{ result: "started", operationId, discardedItems } | { result: "limitReached" }',
      docs: 'Storage of a pinned block: values, their hashes, merkle values, and all of that below a prefix, by the events `operationStorageItems`, `operationWaitingForContinue` (answer with `chainHead_v1_continue`) and `operationStorageDone`. This chain has no child tries.',
      run: (call, { items, childTrie, ...target }) => {
        const accepted = items.slice(0, MAX_STORAGE_ITEMS);
        const started = startOperation(call, target, (operation) => {
          const results = childTrie === undefined ? readItems(call.node, target.hash, accepted) : NO_RESULTS.values();
          tellStorage(call, operation, new StoragePages(results));
        });
        return started === LIMIT_REACHED ? started : { ...started, discardedItems: items.length - accepted.length };
      },
    }),
    method({
      name: 'chainHead_v1_continue',
      params: onOperation,
      needsSession: true,
      returns: 'null',
      docs: 'Asks an operation that sent `operationWaitingForContinue` to go on. Error -32803: it does not wait.',
      run: (call, { followSubscription, operationId }) => {
        const operation = followOf(call, followSubscription)?.operations.get(operationId);
        if (operation === undefined) return null;
        const resume = operation.takeResume();
        if (resume === undefined) throw nothingToContinue();
        call.afterAnswer(resume);
        return null;
      },
    }),
    method({
      name: 'chainHead_v1_stopOperation',
      params: onOperation,
      needsSession: true,
      returns: 'null',
      docs: 'Ends an operation; nothing more is sent for it.',
      run: (call, { followSubscription, operationId }) => {
        followOf(call, followSubscription)?.operations.get(operationId)?.stop();
        return null;
      },
    }),
  ],
};
