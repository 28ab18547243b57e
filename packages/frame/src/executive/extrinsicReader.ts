/**
 * Decodes extrinsics and remembers the last ones: the pool, the author and import ask about the same array, several times each.
 *
 * Exact: what bytes decode to depends on them, the format and the build alone; a remembered one is given only while the array still
 * holds what it held, and nobody can change what was decoded, because it is frozen (byte strings excepted, which nobody writes to).
 */

import { CannotDecode, extrinsicCodec, tryDecode, type Build, type Codec, type Extrinsic, type ExtrinsicFormat } from '@taonet/codec';
import { bytesEqual } from '@taonet/primitives';

/** Those not asked for among as many others are forgotten. */
const REMEMBERED_MAX = 4096;
/** Longer ones are decoded anew: what is remembered stays small. */
const LENGTH_MAX = 4096;
/** They are forgotten sooner when they consist of more parts: a few bytes may be many calls. A part takes about 100 bytes. */
const PARTS_MAX = 200_000;

interface Remembered<A, S> {
  readonly bytes: Uint8Array;
  readonly extrinsic: Extrinsic<A, S>;
}

export class ExtrinsicReader<A, S> {
  readonly #codec: Codec<Extrinsic<A, S>>;
  readonly #build: Build;
  #young = new Map<Uint8Array, Remembered<A, S>>();
  #old = new Map<Uint8Array, Remembered<A, S>>();
  #parts = 0;

  constructor(format: ExtrinsicFormat<A, S>, build: Build) {
    this.#codec = extrinsicCodec(format);
    this.#build = build;
  }

  /** The extrinsic that all of `bytes` are, not to be changed; or why they are none. */
  read(bytes: Uint8Array): Extrinsic<A, S> | CannotDecode {
    const known = this.#young.get(bytes) ?? this.#old.get(bytes);
    if (known !== undefined && bytesEqual(known.bytes, bytes)) return known.extrinsic;
    const extrinsic = tryDecode(this.#codec, bytes, { build: this.#build });
    if (extrinsic instanceof CannotDecode || bytes.length > LENGTH_MAX) return extrinsic;
    this.#parts += freeze(extrinsic);
    if (this.#young.size >= REMEMBERED_MAX || this.#parts > PARTS_MAX) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#parts = 0;
    }
    this.#young.set(bytes, { bytes: bytes.slice(), extrinsic });
    return extrinsic;
  }
}

/** returns: of how many parts it consists */
function freeze(value: unknown): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 1;
  Object.freeze(value);
  let parts = 1;
  for (const part of Object.values(value)) parts += freeze(part);
  return parts;
}
