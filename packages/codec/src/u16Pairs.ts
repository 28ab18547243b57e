/** Many pairs of u16 at once: rows of weights and bonds are nearly all that an epoch reads and writes. */

import type { AnyCodec, TupleCodec } from './composite.ts';
import type { Reader, Writer } from './cursor.ts';
import { u16 } from './scalars.ts';

type Pairs = [number, number][];

const PAIR_BYTES = 4;
const U16_MAX = 0xffff;

/** Whether `item` is `tuple(u16, u16)` itself, with nothing mapped on top. */
export function isU16Pair(item: AnyCodec): boolean {
  const { parts } = item as Partial<TupleCodec<readonly AnyCodec[]>>;
  return parts?.length === 2 && parts[0] === u16 && parts[1] === u16;
}

/** `length` pairs, or undefined when the input is too short: then reading one by one tells where. */
export function tryReadU16Pairs(reader: Reader, length: number): Pairs | undefined {
  if (length * PAIR_BYTES > reader.remaining) return undefined;
  const { bytes } = reader;
  const pairs: Pairs = [];
  let at = reader.offset;
  for (let i = 0; i < length; i++, at += PAIR_BYTES) pairs.push([bytes[at]! | (bytes[at + 1]! << 8), bytes[at + 2]! | (bytes[at + 3]! << 8)]);
  reader.offset = at;
  return pairs;
}

/** Writes all pairs; false, and nothing written, when one is no pair of u16: then writing one by one tells which. */
export function tryWriteU16Pairs(writer: Writer, pairs: readonly (readonly [number, number])[]): boolean {
  const start = writer.reserve(pairs.length * PAIR_BYTES);
  const { buffer } = writer;
  let at = start;
  for (let i = 0; i < pairs.length; i++, at += PAIR_BYTES) {
    const pair = pairs[i]!;
    const first = pair[0];
    const second = pair[1];
    // Fails for what is negative, too large, or not whole.
    if ((first & U16_MAX) !== first || (second & U16_MAX) !== second) {
      writer.length = start;
      return false;
    }
    buffer[at] = first;
    buffer[at + 1] = first >> 8;
    buffer[at + 2] = second;
    buffer[at + 3] = second >> 8;
  }
  return true;
}
