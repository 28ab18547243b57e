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

/** Words of a merkle value: 32-bit integers, which stand in a node themselves and not in an object of their own. */
const words = new Int32Array(8);
const wordBytes = new Uint8Array(words.buffer);

/**
 * A leaf (no children) or a branch of the base-16 Patricia trie. Nibbles are hexadecimal characters.
 *
 * keeps: a branch without value has two children or more; a node whose `merkleLength` is 0 has only such ancestors
 */
export class TrieNode {
  /** Who may change this node in place; for all others it is frozen. */
  readonly owner: object;
  /** Nibbles between the parent's slot and this node. */
  partial: string;
  /** What the node carries for its key: the value, or the value's hash when `hashed`. */
  value: Uint8Array | undefined;
  hashed: boolean;
  /** Bit per slot that has a child. */
  bitmap: number;
  /** The children by ascending slot, without gaps; undefined: none. */
  children: TrieNode[] | undefined;
  /** Bytes of what the parent holds for this node: its encoding when shorter than 32 bytes, else the hash. 0: to be computed. */
  merkleLength: number;
  private m0 = 0;
  private m1 = 0;
  private m2 = 0;
  private m3 = 0;
  private m4 = 0;
  private m5 = 0;
  private m6 = 0;
  private m7 = 0;

  constructor(owner: object, partial: string) {
    this.owner = owner;
    this.partial = partial;
    this.value = undefined;
    this.hashed = false;
    this.bitmap = 0;
    this.children = undefined;
    this.merkleLength = 0;
  }

  child(slot: number): TrieNode | undefined {
    return (this.bitmap >> slot) & 1 ? this.children![rankOf(this.bitmap, slot)] : undefined;
  }

  /** Puts a child into the slot, free or taken. */
  setChild(slot: number, node: TrieNode): void {
    const rank = rankOf(this.bitmap, slot);
    if (this.children === undefined) this.children = [node];
    else if ((this.bitmap >> slot) & 1) this.children[rank] = node;
    else this.children.splice(rank, 0, node);
    this.bitmap |= 1 << slot;
  }

  /** Takes the child out of a slot that has one. */
  removeChild(slot: number): void {
    const children = this.children!;
    if (children.length === 1) this.children = undefined;
    else children.splice(rankOf(this.bitmap, slot), 1);
    this.bitmap &= ~(1 << slot);
  }

  /** Takes over all children of `node`. */
  adopt(node: TrieNode): void {
    this.bitmap = node.bitmap;
    this.children = node.children;
  }

  /** `bytes`: 1 to 32 of them. */
  setMerkle(bytes: Uint8Array): void {
    wordBytes.set(bytes);
    this.merkleLength = bytes.length;
    this.m0 = words[0]!;
    this.m1 = words[1]!;
    this.m2 = words[2]!;
    this.m3 = words[3]!;
    this.m4 = words[4]!;
    this.m5 = words[5]!;
    this.m6 = words[6]!;
    this.m7 = words[7]!;
  }

  /** Writes the merkle value into the first of 32 bytes from `at`. returns: where it ends */
  writeMerkle(view: DataView, at: number): number {
    view.setInt32(at, this.m0, LITTLE_ENDIAN);
    view.setInt32(at + 4, this.m1, LITTLE_ENDIAN);
    view.setInt32(at + 8, this.m2, LITTLE_ENDIAN);
    view.setInt32(at + 12, this.m3, LITTLE_ENDIAN);
    view.setInt32(at + 16, this.m4, LITTLE_ENDIAN);
    view.setInt32(at + 20, this.m5, LITTLE_ENDIAN);
    view.setInt32(at + 24, this.m6, LITTLE_ENDIAN);
    view.setInt32(at + 28, this.m7, LITTLE_ENDIAN);
    return at + this.merkleLength;
  }

  merkle(): Uint8Array {
    const bytes = new Uint8Array(HASH_SIZE);
    this.writeMerkle(new DataView(bytes.buffer), 0);
    return bytes.subarray(0, this.merkleLength);
  }
}

/** Of this machine: words are read and written the same way. */
const LITTLE_ENDIAN = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** How many bits below `slot` are set. */
function rankOf(bitmap: number, slot: number): number {
  let bits = bitmap & ((1 << slot) - 1);
  bits -= (bits >> 1) & 0x5555;
  bits = (bits & 0x3333) + ((bits >> 2) & 0x3333);
  bits = (bits + (bits >> 4)) & 0x0f0f;
  return (bits + (bits >> 8)) & 0x1f;
}

/** A copy that `owner` may change, its merkle value to be computed. */
export function copyNode(node: TrieNode, owner: object): TrieNode {
  const copy = new TrieNode(owner, node.partial);
  copy.value = node.value;
  copy.hashed = node.hashed;
  copy.bitmap = node.bitmap;
  copy.children = node.children?.slice();
  return copy;
}

/** Number of the hexadecimal digit at `index` of `key` (lower case). */
export function nibbleAt(key: string, index: number): number {
  const code = key.charCodeAt(index);
  return code < 58 ? code - 48 : code - 87;
}
