/** archive_v1_*: any block of the chain, however old. source: JSON-RPC interface specification */

import { failureText, hex, prefixed } from '../blocks.ts';
import { diffItems, storageDiff } from '../chainHead/storageDiff.ts';
import { readItems, storageItems } from '../chainHead/storageItems.ts';
import { method, subscription, type Call, type MethodGroup } from '../method.ts';
import { blockNumber, hash, hexBytes, hexKey, optional, text } from '../params.ts';
import { RpcError } from '../rpcError.ts';
import type { Sink } from '../session.ts';

/** So many results go out before other work gets a turn. */
const SLICE = 256;
const UNKNOWN_BLOCK = 'The block is not of this chain.';

interface Feed {
  readonly events: Iterator<object, void>;
  /** The last event when all went well, and when it did not. */
  readonly done: string;
  readonly failed: string;
}

/** Sends all events slice by slice; the answer ends it early. */
function feed({ node }: Call, sink: Sink, { events, done, failed }: Feed): () => void {
  let over = false;
  const end = (event: object): void => {
    sink.send(event);
    sink.end();
  };
  const step = (): void => {
    if (over) return;
    try {
      for (let sent = 0; sent < SLICE; sent++) {
        const next = events.next();
        if (next.done === true) return end({ event: done });
        sink.send(next.value);
      }
      setImmediate(step);
    } catch (thrown) {
      if (!(thrown instanceof RpcError)) node.onDefect('archive_v1 storage', thrown);
      end({ event: failed, error: thrown instanceof RpcError ? thrown.message : 'a mistake of this node; see its log' });
    }
  };
  step();
  return () => { over = true; };
}

function refuse(sink: Sink, event: string, error: string): () => void {
  sink.send({ event, error });
  sink.end();
  return () => undefined;
}

function* asEvents(results: Iterable<object>): Generator<object, void> {
  for (const result of results) yield { event: 'storage', ...result };
}

export const archiveV1Methods: MethodGroup = {
  title: 'archive_v1',
  rows: [
    method({
      name: 'archive_v1_genesisHash',
      params: {},
      returns: 'a hash',
      docs: 'The hash of block 0.',
      run: ({ node }) => prefixed(node.chain.genesisHash),
    }),
    method({
      name: 'archive_v1_finalizedHeight',
      params: {},
      returns: 'a block number',
      docs: 'The number of the newest final block.',
      run: ({ node }) => node.chain.finalized.number,
    }),
    method({
      name: 'archive_v1_hashByHeight',
      params: { height: blockNumber },
      returns: 'hashes',
      docs: 'The hashes of the blocks with this number: one, or none above the head.',
      run: ({ node }, { height }) => {
        const block = node.chain.blockAt(height);
        return block === undefined ? [] : [prefixed(block.hash)];
      },
    }),
    method({
      name: 'archive_v1_header',
      params: { hash },
      returns: 'the SCALE header as hex, or null',
      docs: 'The header of a block.',
      run: ({ node }, args) => {
        const block = node.chain.blockOf(args.hash);
        return block === undefined ? null : hex(block.header);
      },
    }),
    method({
      name: 'archive_v1_body',
      params: { hash },
      returns: 'extrinsics as hex, or null',
      docs: 'The extrinsics of a block.',
      run: ({ node }, args) => node.chain.blockOf(args.hash)?.extrinsics.map(hex) ?? null,
    }),
    method({
      name: 'archive_v1_call',
      params: { hash, function: text, callParameters: hexBytes },
      returns: '{ success: true, value } | { success: false, error }, or null',
      docs: 'Calls a method of a runtime API on the state of a block.',
      run: ({ node: { chain } }, args) => {
        const number = chain.store.numberOf(args.hash);
        if (number === undefined) return null;
        const outcome = chain.call(number, args.function, args.callParameters);
        return 'ok' in outcome ? { success: true, value: hex(outcome.ok) } : { success: false, error: failureText(args.function, outcome) };
      },
    }),
    subscription({
      name: 'archive_v1_storage',
      unsubscribe: 'archive_v1_stopStorage',
      unsubscribeAnswers: 'null',
      notification: 'archive_v1_storageEvent',
      params: { hash, items: storageItems, childTrie: optional(hexKey) },
      sends: '{ event: "storage", key, value | hash | closestDescendantMerkleValue } | { event: "storageDone" } | { event: "storageError", error }',
      docs: 'Storage of a block: values, their hashes, merkle values, and all of that below a prefix. This chain has no child tries.',
      start: (call, { hash: block, items, childTrie }, sink) => {
        if (call.node.chain.store.numberOf(block) === undefined) return refuse(sink, 'storageError', UNKNOWN_BLOCK);
        const results = childTrie === undefined ? readItems(call.node, block, items) : [];
        return feed(call, sink, { events: asEvents(results), done: 'storageDone', failed: 'storageError' });
      },
    }),
    subscription({
      name: 'archive_v1_storageDiff',
      unsubscribe: 'archive_v1_stopStorageDiff',
      unsubscribeAliases: ['archive_v1_storageDiff_stopStorageDiff'],
      unsubscribeAnswers: 'null',
      notification: 'archive_v1_storageDiffEvent',
      params: { hash, items: diffItems, previousHash: optional(hash) },
      sends: '{ event: "storageDiff", key, value | hash, type: "added" | "modified" | "deleted" } | { event: "storageDiffDone" } | { event: "storageDiffError", error }',
      docs: 'What the blocks after `previousHash` (by default the parent) up to `hash` changed, below the prefixes of `items`.',
      start: (call, { hash: to, items, previousHash }, sink) => {
        const { chain } = call.node;
        const number = chain.store.numberOf(to);
        if (number === undefined) return refuse(sink, 'storageDiffError', UNKNOWN_BLOCK);
        const from = previousHash ?? (number === 0 ? undefined : chain.blockAt(number - 1)!.hash);
        const start = from === undefined ? undefined : chain.store.numberOf(from);
        if (from === undefined || start === undefined || start > number) return refuse(sink, 'storageDiffError', 'The previous block is not an ancestor.');
        return feed(call, sink, { events: storageDiff(call.node, { from, to }, items), done: 'storageDiffDone', failed: 'storageDiffError' });
      },
    }),
  ],
};
