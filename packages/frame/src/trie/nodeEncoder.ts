import { CHILD_COUNT, nibbleAt } from './trieNode.ts';
import type { TrieNode } from './trieNode.ts';

interface Kind {
  readonly mark: number;
  /** Bits of the first byte that count nibbles. */
  readonly countBits: number;
}

const LEAF: Kind = { mark: 0x40, countBits: 6 };
const LEAF_HASHED: Kind = { mark: 0x20, countBits: 5 };
const BRANCH: Kind = { mark: 0x80, countBits: 6 };
const BRANCH_WITH_VALUE: Kind = { mark: 0xc0, countBits: 6 };
const BRANCH_HASHED: Kind = { mark: 0x10, countBits: 4 };

/** Bitmap and 16 children of at most 33 bytes with their length. */
const CHILDREN_MAX_BYTES = 2 + CHILD_COUNT * 33;
const COMPACT_MAX_BYTES = 5;

/**
 * Writes nodes in the form of sp-trie's `NodeCodec` into one reused buffer.
 *
 * form: header (kind and nibble count), nibbles packed (an odd first one alone in its byte), a branch's bitmap
 * (u16 little-endian), the value (compact length and bytes, or a bare hash), each child behind its compact length
 * source: substrate/primitives/trie/src/node_codec.rs, node_header.rs
 */
export class NodeEncoder {
  private buffer = new Uint8Array(1024);
  private view = new DataView(this.buffer.buffer);
  private at = 0;

  /** The bytes of `node`, whose children have their merkle values: a view that the next call overwrites. */
  encode(node: TrieNode): Uint8Array {
    this.at = 0;
    // a nibble takes half a byte and 1/255 of a header byte, so one byte each is enough
    this.reserve(2 + node.partial.length + (node.value?.length ?? 0) + COMPACT_MAX_BYTES + CHILDREN_MAX_BYTES);
    this.header(kindOf(node), node.partial.length);
    this.partial(node.partial);
    const { children } = node;
    if (children !== undefined) this.bitmap(node.bitmap);
    if (node.value !== undefined) {
      if (!node.hashed) this.compact(node.value.length);
      this.bytes(node.value);
    }
    if (children !== undefined) this.children(children);
    return this.buffer.subarray(0, this.at);
  }

  private reserve(size: number): void {
    if (this.buffer.length >= size) return;
    this.buffer = new Uint8Array(2 * size);
    this.view = new DataView(this.buffer.buffer);
  }

  /** The count fills the first byte's free bits, then whole bytes; the last one is less than 255. */
  private header({ mark, countBits }: Kind, nibbleCount: number): void {
    const full = (1 << countBits) - 1;
    if (nibbleCount < full) {
      this.buffer[this.at++] = mark | nibbleCount;
      return;
    }
    this.buffer[this.at++] = mark | full;
    let rest = nibbleCount - full;
    while (rest >= 255) {
      this.buffer[this.at++] = 255;
      rest -= 255;
    }
    this.buffer[this.at++] = rest;
  }

  private partial(partial: string): void {
    const { buffer } = this;
    let at = this.at;
    let i = partial.length & 1;
    if (i === 1) buffer[at++] = nibbleAt(partial, 0);
    for (; i < partial.length; i += 2) buffer[at++] = (nibbleAt(partial, i) << 4) | nibbleAt(partial, i + 1);
    this.at = at;
  }

  private bitmap(bits: number): void {
    this.buffer[this.at++] = bits & 0xff;
    this.buffer[this.at++] = bits >> 8;
  }

  private children(children: readonly TrieNode[]): void {
    let at = this.at;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      this.buffer[at] = child.merkleLength << 2;
      at = child.writeMerkle(this.view, at + 1);
    }
    this.at = at;
  }

  private bytes(bytes: Uint8Array): void {
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** SCALE compact, up to 2^30 - 1 (no value is longer). */
  private compact(n: number): void {
    if (n < 1 << 6) {
      this.buffer[this.at++] = n << 2;
    } else if (n < 1 << 14) {
      this.buffer[this.at++] = ((n << 2) | 1) & 0xff;
      this.buffer[this.at++] = n >> 6;
    } else {
      this.buffer[this.at++] = ((n << 2) | 2) & 0xff;
      this.buffer[this.at++] = (n >> 6) & 0xff;
      this.buffer[this.at++] = (n >> 14) & 0xff;
      this.buffer[this.at++] = n >> 22;
    }
  }
}

function kindOf(node: TrieNode): Kind {
  if (node.children === undefined) return node.hashed ? LEAF_HASHED : LEAF;
  if (node.value === undefined) return BRANCH;
  return node.hashed ? BRANCH_HASHED : BRANCH_WITH_VALUE;
}
