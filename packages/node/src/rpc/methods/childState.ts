/** childstate_*: storage of child tries. No pallet of this chain that runs makes one, so all of them are empty. */

import { numberAt } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { hash, hexKey, list, optional, u32 } from '../params.ts';
import { tooManyKeys } from '../rpcError.ts';

const MAX_PAGE = 1000;
const at = { hash: optional(hash) };
const child = { childStorageKey: hexKey };

export const childStateMethods: MethodGroup = {
  title: 'childstate',
  rows: [
    method({ name: 'childstate_getKeys', params: { ...child, prefix: hexKey, ...at }, returns: 'keys', docs: 'Keys of a child trie.', run: ({ node }, args) => (numberAt(node.chain, args.hash), []) }),
    method({
      name: 'childstate_getKeysPaged',
      aliases: ['childstate_getKeysPagedAt'],
      params: { ...child, prefix: optional(hexKey), count: u32, startKey: optional(hexKey), ...at },
      returns: 'keys',
      docs: 'A page of keys of a child trie.',
      run: ({ node }, args) => {
        if (args.count > MAX_PAGE) throw tooManyKeys(args.count, MAX_PAGE);
        numberAt(node.chain, args.hash);
        return [];
      },
    }),
    method({ name: 'childstate_getStorage', params: { ...child, key: hexKey, ...at }, returns: 'null', docs: 'A value of a child trie.', run: ({ node }, args) => (numberAt(node.chain, args.hash), null) }),
    method({ name: 'childstate_getStorageEntries', params: { ...child, keys: list(hexKey), ...at }, returns: 'an array of null', docs: 'Values of a child trie.', run: ({ node }, args) => (numberAt(node.chain, args.hash), args.keys.map(() => null)) }),
    method({ name: 'childstate_getStorageHash', params: { ...child, key: hexKey, ...at }, returns: 'null', docs: 'The hash of a value of a child trie.', run: ({ node }, args) => (numberAt(node.chain, args.hash), null) }),
    method({ name: 'childstate_getStorageSize', params: { ...child, key: hexKey, ...at }, returns: 'null', docs: 'The length of a value of a child trie.', run: ({ node }, args) => (numberAt(node.chain, args.hash), null) }),
  ],
};
