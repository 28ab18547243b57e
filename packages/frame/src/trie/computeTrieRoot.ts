import { StateTrie } from './stateTrie.ts';
import type { TrieVersion } from './trieNode.ts';

/**
 * Root of a trie that holds `entries` (keys in lower-case hex, any order; of two equal keys the later counts).
 * The extrinsics root is that of compact(index) to extrinsic bytes, in version 0.
 *
 * source: sp-trie, LayoutV0::trie_root and LayoutV1::trie_root
 */
export function computeTrieRoot(
  entries: Iterable<readonly [keyHex: string, value: Uint8Array]>,
  version: TrieVersion,
  blake2b256: (data: Uint8Array) => Uint8Array,
): Uint8Array {
  const trie = new StateTrie({ blake2b256 }, version);
  trie.load(entries);
  return trie.root();
}
