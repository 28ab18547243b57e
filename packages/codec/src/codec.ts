/** A SCALE codec: how a value is written and read, and what its type is called in metadata. */

import { CannotDecode, Reader, Writer } from './cursor.ts';
import type { Build } from './declare.ts';
import type { TypeRef } from './typeDef.ts';

export interface Codec<T> {
  readonly type: TypeRef;
  encode(writer: Writer, value: T): void;
  /** Throws `CannotDecode` on bytes that do not fit. */
  decode(reader: Reader): T;
}

/** The value type of a codec. */
export type ValueOf<C> = C extends Codec<infer T> ? T : never;

const SPARE_MAX_BYTES = 65_536;

/** A writer that nobody uses now; a codec that calls `encode` itself finds none and makes its own. */
// eslint-disable-next-line no-restricted-syntax -- only memory is reused: it is emptied before each use and never read from
let spare: Writer | undefined;

/** The bytes of one value. */
export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = spare ?? new Writer();
  spare = undefined;
  writer.length = 0;
  codec.encode(writer, value);
  if (writer.buffer.length <= SPARE_MAX_BYTES) spare = writer;
  return writer.bytes();
}

/** Bounds of a decoding: deepest nesting (256), and the build whose calls fit (any). */
export interface DecodeBounds {
  readonly depthLimit?: number;
  readonly build?: Build;
}

/** One value from all of `bytes`, or why they do not fit. Trailing bytes do not fit. */
export function tryDecode<T>(codec: Codec<T>, bytes: Uint8Array, bounds: DecodeBounds = {}): T | CannotDecode {
  const reader = new Reader(bytes);
  if (bounds.depthLimit !== undefined) reader.depthLimit = bounds.depthLimit;
  reader.build = bounds.build;
  // eslint-disable-next-line no-restricted-syntax -- the one place where decoders' refusals become values
  try {
    const value = codec.decode(reader);
    return reader.remaining === 0 ? value : new CannotDecode('the end of the value', reader.offset);
  } catch (error) {
    if (error instanceof CannotDecode) return error;
    throw error;
  }
}

/** One value from bytes that are known to fit (own storage). Throws `CannotDecode` otherwise. Trailing bytes are ignored, as upstream's storage reads do. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  return codec.decode(new Reader(bytes));
}
