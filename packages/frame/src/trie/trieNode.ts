/** Values of this many bytes or more stand in the trie as their hash (state version 1). */
export const HASHED_VALUE_MIN_BYTES = 33;

/** Node encodings shorter than this stand inside their parent; longer ones are referred to by hash. */
export const HASH_SIZE = 32;

export const CHILD_COUNT = 16;

/** 0: all values in the node; 1: long values by their hash. */
export type TrieVersion = 0 | 1;

/** The only hash the trie takes. */
export interface TrieHasher {
  blake2b256(data: Uint8Array): Uint8Array;
}

/**
 * A leaf (no children) or a branch of the base-16 Patricia trie. Nibbles are hexadecimal characters.
 *
 * keeps: a branch without value has two children or more; a node whose `merkle` is undefined has only such ancestors
 */
export class TrieNode {
  /** Who may change this node in place; for all others it is frozen. */
  readonly owner: object;
  /** Nibbles between the parent's slot and this node. */
  partial: string;
  /** What the node carries for its key: the value, or the value's hash when `hashed`. */
  value: Uint8Array | undefined;
  hashed: boolean;
  children: (TrieNode | undefined)[] | undefined;
  /** What the parent holds for this node: its encoding when shorter than 32 bytes, else the hash. Undefined: to be computed. */
  merkle: Uint8Array | undefined;

  constructor(owner: object, partial: string) {
    this.owner = owner;
    this.partial = partial;
    this.value = undefined;
    this.hashed = false;
    this.children = undefined;
    this.merkle = undefined;
  }
}

/** A copy that `owner` may change. */
export function copyNode(node: TrieNode, owner: object): TrieNode {
  const copy = new TrieNode(owner, node.partial);
  copy.value = node.value;
  copy.hashed = node.hashed;
  copy.children = node.children?.slice();
  copy.merkle = node.merkle;
  return copy;
}

/** Sixteen empty slots. */
export function emptyChildren(): (TrieNode | undefined)[] {
  return [
    undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined,
    undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined,
  ];
}

/** Number of the hexadecimal digit at `index` of `key` (lower case). */
export function nibbleAt(key: string, index: number): number {
  const code = key.charCodeAt(index);
  return code < 58 ? code - 48 : code - 87;
}
