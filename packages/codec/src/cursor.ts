/** The two cursors every codec works on: one growing output, one bounded input. */

import type { Build } from './declare.ts';

/** What a decoder throws when bytes do not fit their type; caught by `tryDecode` only. */
export class CannotDecode {
  /** What was expected at this place. */
  readonly expected: string;
  /** Byte offset in the input. */
  readonly offset: number;

  constructor(expected: string, offset: number) {
    this.expected = expected;
    this.offset = offset;
    Object.freeze(this);
  }
}

const INITIAL_BYTES = 256;
const MAX_NESTING = 256;

/** Where integers of 64 bits become bytes and bytes become integers. */
const wordBytes = new Uint8Array(8);
const word = new DataView(wordBytes.buffer);

/** Append-only bytes. `bytes()` gives a copy of what was written. */
export class Writer {
  buffer: Uint8Array;
  length = 0;

  constructor(capacity: number = INITIAL_BYTES) {
    this.buffer = new Uint8Array(capacity);
  }

  /** Makes room for `count` more bytes and returns where they start. */
  reserve(count: number): number {
    const start = this.length;
    const end = start + count;
    if (end > this.buffer.length) {
      let capacity = this.buffer.length * 2;
      while (capacity < end) capacity *= 2;
      const grown = new Uint8Array(capacity);
      grown.set(this.buffer.subarray(0, start));
      this.buffer = grown;
    }
    this.length = end;
    return start;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
  }

  raw(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.buffer.set(bytes, at);
  }

  /** Unsigned little-endian of `size` ≤ 4 bytes. */
  uintLe(value: number, size: number): void {
    const at = this.reserve(size);
    for (let i = 0; i < size; i++) this.buffer[at + i] = (value >>> (8 * i)) & 255;
  }

  /** Two's-complement little-endian of `size` bytes, a multiple of 8. */
  bigLe(value: bigint, size: number): void {
    const at = this.reserve(size);
    for (let i = 0, rest = value; i < size; i += 8, rest >>= 64n) {
      word.setBigUint64(0, rest, true); // takes the lowest 64 bits
      for (let k = 0; k < 8; k++) this.buffer[at + i + k] = wordBytes[k]!;
    }
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** Reads forward over `bytes`; every read past the end is a `CannotDecode`. */
export class Reader {
  readonly bytes: Uint8Array;
  offset: number;
  /** How many nested calls are open; codecs that can nest count here. */
  depth = 0;
  /** Deeper nesting does not fit. Upstream decodes extrinsics with a limit of 256. */
  depthLimit = MAX_NESTING;
  /** Calls that do not exist in this build do not fit; without one every call fits. */
  build: Build | undefined;
  /** Prose in metadata is passed over and comes out empty: half of its bytes, and few want it. */
  leaveOutDocs = false;

  constructor(bytes: Uint8Array, offset = 0) {
    this.bytes = bytes;
    this.offset = offset;
  }

  get remaining(): number {
    return this.bytes.length - this.offset;
  }

  fail(expected: string): never {
    throw new CannotDecode(expected, this.offset);
  }

  /** Enters one level of nesting. */
  enter(): void {
    this.depth += 1;
    if (this.depth > this.depthLimit) this.fail(`at most ${this.depthLimit} levels of nesting`);
  }

  leave(): void {
    this.depth -= 1;
  }

  byte(): number {
    const value = this.bytes[this.offset];
    if (value === undefined) this.fail('one more byte');
    this.offset += 1;
    return value;
  }

  /** A copy of the next `count` bytes. */
  raw(count: number): Uint8Array {
    if (count > this.remaining) this.fail(`${count} bytes, ${this.remaining} are left`);
    const part = this.bytes.slice(this.offset, this.offset + count);
    this.offset += count;
    return part;
  }

  uintLe(size: number): number {
    if (size > this.remaining) this.fail(`an integer of ${size} bytes`);
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.bytes[this.offset + i]!;
    this.offset += size;
    return value;
  }

  /** Unsigned little-endian of `size` bytes, a multiple of 8. */
  bigLe(size: number): bigint {
    if (size > this.remaining) this.fail(`an integer of ${size} bytes`);
    let value = this.#word(size - 8);
    for (let i = size - 16; i >= 0; i -= 8) value = (value << 64n) | this.#word(i);
    this.offset += size;
    return value;
  }

  #word(from: number): bigint {
    const start = this.offset + from;
    for (let k = 0; k < 8; k++) wordBytes[k] = this.bytes[start + k]!;
    return word.getBigUint64(0, true);
  }
}
