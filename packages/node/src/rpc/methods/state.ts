/** state_*: storage, runtime calls, metadata, proofs. */

import type { KeyChange } from '@taonet/chain';
import { Reader, readLength } from '@taonet/codec';
import { callAt, changeSetJson, hashOf, hex, hexOrNull, numberAt, prefixed, stateAt, type ServedState } from '../blocks.ts';
import { method, subscription, type Call, type MethodGroup } from '../method.ts';
import { hash, hexBytes, hexKey, list, optional, text, u32 } from '../params.ts';
import { badBlockRange, invalidParams, tooManyKeys } from '../rpcError.ts';
import type { Sink } from '../session.ts';

const MAX_PAGE = 1000;
/** Longest stretch of blocks that one `state_queryStorage` walks. */
const MAX_RANGE = 10_000;
const at = { hash: optional(hash) };

/** Each key once, as upstream does, which remembers what it told last of a key. source: sc-rpc state_full.rs, query_storage_unfiltered */
const read = (state: ServedState, keys: readonly string[]): KeyChange[] => [...new Set(keys)].map((key) => [key, state.get(key) ?? null]);

/** Keys that one connection may follow at a time. */
const MAX_FOLLOWED_KEYS = 1 << 18;
const FOLLOWED = Symbol('followed keys');

/** Counts `keys` to those the connection follows; the answer takes them off again. */
function countFollowed({ connection }: Call, keys: readonly string[]): () => void {
  const followed = connection.session!.kept(FOLLOWED, () => ({ keys: 0 }));
  if (followed.keys + keys.length > MAX_FOLLOWED_KEYS) throw invalidParams(`at most ${MAX_FOLLOWED_KEYS} keys followed on one connection`);
  followed.keys += keys.length;
  return () => { followed.keys -= keys.length; };
}

/** The bytes in a SCALE `Vec<u8>`. */
function opaque(encoded: Uint8Array): Uint8Array {
  const reader = new Reader(encoded);
  return reader.raw(readLength(reader, 1));
}

function followStorage(call: Call, { keys }: { readonly keys: string[] | undefined }, sink: Sink): () => void {
  const { node } = call;
  const { chain } = node;
  const uncount = countFollowed(call, keys ?? []);
  const wanted = keys === undefined ? undefined : new Set(keys);
  const tell = (changes: readonly KeyChange[]): void => {
    const ours = wanted === undefined ? changes : changes.filter(([key]) => wanted.has(key));
    if (ours.length > 0) sink.send(changeSetJson(chain.head.hash, ours));
  };
  if (keys !== undefined) sink.send(changeSetJson(chain.head.hash, read(stateAt(node, undefined), keys)));
  const stops = [
    uncount,
    chain.events.on('imported', ({ changes }) => tell(changes)),
    chain.events.on('amended', ({ changes }) => tell(changes)),
    chain.events.on('reverted', ({ changes }) => tell(changes)),
  ];
  return () => { for (const stop of stops) stop(); };
}

export const stateMethods: MethodGroup = {
  title: 'state',
  rows: [
    method({
      name: 'state_call',
      aliases: ['state_callAt'],
      params: { name: text, bytes: hexBytes, ...at },
      returns: 'SCALE bytes as hex',
      docs: 'Calls a method of a runtime API, `Trait_method`, on the state of a block.',
      run: ({ node }, { name, bytes, hash: block }) => hex(callAt(node, name, bytes, block)),
    }),
    method({
      name: 'state_getStorage',
      aliases: ['state_getStorageAt'],
      params: { key: hexKey, ...at },
      returns: 'the value as hex, or null',
      docs: 'The value of a storage key.',
      run: ({ node }, { key, hash: block }) => hexOrNull(stateAt(node, block).get(key)),
    }),
    method({
      name: 'state_getStorageHash',
      aliases: ['state_getStorageHashAt'],
      params: { key: hexKey, ...at },
      returns: 'blake2-256 of the value, or null',
      docs: 'The hash of the value of a storage key.',
      run: ({ node }, { key, hash: block }) => {
        const value = stateAt(node, block).get(key);
        return value === undefined ? null : hashOf(node.chain, value);
      },
    }),
    method({
      name: 'state_getStorageSize',
      aliases: ['state_getStorageSizeAt'],
      params: { key: hexKey, ...at },
      returns: 'bytes, or null',
      docs: 'The length of the value of a storage key; of all values below it when it is no key itself.',
      run: ({ node }, { key, hash: block }) => {
        const state = stateAt(node, block);
        const value = state.get(key);
        if (value !== undefined) return value.length;
        const below = state.keysWithPrefix(key);
        return below.length === 0 ? null : below.reduce((sum, one) => sum + state.get(one)!.length, 0);
      },
    }),
    method({
      name: 'state_getKeys',
      params: { prefix: hexKey, ...at },
      returns: 'keys as hex',
      docs: 'All keys below a prefix, in byte order.',
      run: ({ node }, { prefix, hash: block }) => stateAt(node, block).keysWithPrefix(prefix).map(prefixed),
    }),
    method({
      name: 'state_getKeysPaged',
      aliases: ['state_getKeysPagedAt'],
      params: { prefix: optional(hexKey), count: u32, startKey: optional(hexKey), ...at },
      returns: 'keys as hex',
      docs: 'At most `count` (1000) keys below a prefix and behind `startKey`, in byte order.',
      run: ({ node }, { prefix, count, startKey, hash: block }) => {
        if (count > MAX_PAGE) throw tooManyKeys(count, MAX_PAGE);
        return stateAt(node, block).keysPaged(prefix ?? '', count, startKey).map(prefixed);
      },
    }),
    method({
      name: 'state_getPairs',
      params: { prefix: hexKey, ...at },
      unsafe: true,
      returns: '[key, value] as hex',
      docs: 'All keys and values below a prefix.',
      run: ({ node }, { prefix, hash: block }) => {
        const state = stateAt(node, block);
        return state.keysWithPrefix(prefix).map((key) => [prefixed(key), hexOrNull(state.get(key))]);
      },
    }),
    method({
      name: 'state_queryStorageAt',
      params: { keys: list(hexKey), at: optional(hash) },
      returns: '[{ block, changes: [[key, value | null]] }]',
      docs: 'The values of several keys at one block; absent ones as null.',
      run: ({ node }, { keys, at: block }) => {
        const number = numberAt(node.chain, block);
        return [changeSetJson(node.chain.blockAt(number)!.hash, read(stateAt(node, block), keys))];
      },
    }),
    method({
      name: 'state_queryStorage',
      params: { keys: list(hexKey), block: hash, ...at },
      unsafe: true,
      returns: '[{ block, changes }] of each block that changed one of them',
      docs: 'The values of several keys at a block, and every later change up to another (or the best) one.',
      run: ({ node }, { keys, block, hash: to }) => {
        const { chain } = node;
        const [first, last] = [numberAt(chain, block), numberAt(chain, to)];
        if (last < first) throw badBlockRange(block, to ?? chain.head.hash, 'from number > to number');
        if (last - first > MAX_RANGE) throw badBlockRange(block, to ?? chain.head.hash, `more than ${MAX_RANGE} blocks`);
        const sets = [changeSetJson(block, read(stateAt(node, block), keys))];
        for (let number = first + 1; number <= last; number++) {
          const touched = new Set(chain.store.undoOf(number).map(([key]) => key));
          const changed = keys.filter((key) => touched.has(key));
          const { hash: here } = chain.blockAt(number)!;
          if (changed.length > 0) sets.push(changeSetJson(here, read(stateAt(node, here), changed)));
        }
        return sets;
      },
    }),
    method({
      name: 'state_getReadProof',
      params: { keys: list(hexKey), ...at },
      returns: '{ at, proof: trie nodes as hex }',
      docs: 'What proves the values of the keys against the state root of a block.',
      run: ({ node: { chain } }, { keys, hash: block }) => {
        const number = numberAt(chain, block);
        const state = chain.stateAt(number);
        const trie = state.trie();
        trie.root();
        return { at: prefixed(chain.blockAt(number)!.hash), proof: trie.readProof(keys, (key) => state.get(key)).map(hex) };
      },
    }),
    method({
      name: 'state_getMetadata',
      params: at,
      returns: 'metadata of version 14 as hex',
      docs: 'The description of the runtime. Versions 15 and 16: `state_call` with Metadata_metadata_at_version.',
      run: ({ node }, { hash: block }) => {
        const served = node.chain.runtime.metadata(14, node.chain.stateAt(numberAt(node.chain, block)));
        return hex(served ?? opaque(callAt(node, 'Metadata_metadata', new Uint8Array(0), block)));
      },
    }),
    method({
      name: 'state_getRuntimeVersion',
      aliases: ['chain_getRuntimeVersion'],
      params: at,
      returns: '{ specName, specVersion, …, apis }',
      docs: 'Name and versions of the runtime, and the runtime APIs it has.',
      run: ({ node: { chain } }, { hash: block }) => {
        return chain.runtime.versionAt(chain.stateAt(numberAt(chain, block)));
      },
    }),
    subscription({
      name: 'state_subscribeRuntimeVersion',
      aliases: ['chain_subscribeRuntimeVersion'],
      unsubscribe: 'state_unsubscribeRuntimeVersion',
      unsubscribeAliases: ['chain_unsubscribeRuntimeVersion'],
      notification: 'state_runtimeVersion',
      params: {},
      sends: 'runtime versions',
      docs: 'The version of the runtime, now and when it changes.',
      start: ({ node: { chain } }, _args, sink) => {
        let told: number | undefined;
        const tell = (): void => {
          const version = chain.runtime.versionAt(chain.stateAt(chain.head.number));
          if (version.specVersion !== told) sink.send(version);
          told = version.specVersion;
        };
        tell();
        return chain.events.on('imported', tell);
      },
    }),
    subscription({
      name: 'state_subscribeStorage',
      unsubscribe: 'state_unsubscribeStorage',
      notification: 'state_storage',
      params: { keys: optional(list(hexKey)) },
      sends: '{ block, changes: [[key, value | null]] }',
      docs: 'The values of the keys now, then those that a block changes. Without keys: every change.',
      start: followStorage,
    }),
  ],
};
