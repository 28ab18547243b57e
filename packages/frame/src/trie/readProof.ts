import { bytesEqual, compareBytes } from '@taonet/primitives';
import type { NodeEncoder } from './nodeEncoder.ts';
import { HASH_SIZE, nibbleAt } from './trieNode.ts';
import type { TrieNode } from './trieNode.ts';

/** What `collectProof` walks: a trie whose merkle values are all computed. */
export interface ProofRequest {
  readonly top: TrieNode;
  readonly encoder: NodeEncoder;
  readonly keys: readonly string[];
  readonly getValue: (keyHex: string) => Uint8Array | undefined;
}

/** Nodes on the ways to the keys, without those that stand inside their parent, and the long values reached; sorted, each once. */
export function collectProof({ top, encoder, keys, getValue }: ProofRequest): Uint8Array[] {
  const seen = new Set<TrieNode>();
  const parts: Uint8Array[] = [];
  for (const key of keys) {
    let node: TrieNode | undefined = top;
    let at = 0;
    while (node !== undefined) {
      const byHash = node === top || node.merkleLength === HASH_SIZE;
      if (byHash && !seen.has(node)) parts.push(encoder.encode(node).slice());
      seen.add(node);
      if (!key.startsWith(node.partial, at)) break;
      at += node.partial.length;
      if (at === key.length) {
        const value = node.hashed ? getValue(key) : undefined;
        if (value !== undefined) parts.push(value);
        break;
      }
      node = node.child(nibbleAt(key, at));
      at++;
    }
  }
  parts.sort(compareBytes);
  return parts.filter((part, i) => i === 0 || !bytesEqual(part, parts[i - 1]!));
}
