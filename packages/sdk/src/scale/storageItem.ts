/** One storage item of a runtime: its keys and its values as bytes. */

import { Reader } from '@taonet/codec';
import { bytesToHex, concatBytes, tryHexToBytes, utf8ToBytes } from '@taonet/primitives';
import { badInput, sdkError } from '../errors.ts';
import { hashBytesBefore, hashKeyPart, twox } from './hashers.ts';
import type { StorageEntry } from './metadataParts.ts';
import type { TypeCodecs } from './typeCodecs.ts';

export class StorageItem {
  readonly name: string;
  readonly isOptional: boolean;
  /** Bytes that all its keys begin with. */
  readonly prefix: Uint8Array;
  readonly #entry: StorageEntry;
  readonly #types: TypeCodecs;
  /** Types of the key's parts. */
  readonly #parts: readonly number[];

  constructor(pallet: string, palletPrefix: string, entry: StorageEntry, types: TypeCodecs) {
    this.name = `${pallet}.${entry.name}`;
    this.isOptional = entry.isOptional;
    this.prefix = concatBytes(twox(utf8ToBytes(palletPrefix), 2), twox(utf8ToBytes(entry.name), 2));
    this.#entry = entry;
    this.#types = types;
    this.#parts = keyParts(entry, types);
  }

  get keyCount(): number {
    return this.#parts.length;
  }

  /** Storage key in hex with `0x`; fewer keys give the prefix of all entries below. */
  key(keys: readonly unknown[]): string {
    if (keys.length > this.#parts.length) throw badInput(this.name, `${this.#parts.length} keys`, keys);
    const parts = keys.map((key, i) => hashKeyPart(this.#entry.hashers[i]!, this.#types.encode(this.#parts[i]!, key, `${this.name} key ${i + 1}`)));
    return `0x${bytesToHex(concatBytes(this.prefix, ...parts))}`;
  }

  /** The keys that a storage key was made of. */
  decodeKey(key: string): unknown[] {
    const reader = new Reader(tryHexToBytes(key)!, this.prefix.length);
    return this.#parts.map((type, i) => {
      const before = hashBytesBefore(this.#entry.hashers[i]!);
      if (before === undefined) throw sdkError('CannotDecode', { item: this.name, reason: 'its keys are hashed away' });
      reader.raw(before);
      return this.#types.codec(type).decode(reader);
    });
  }

  /** The value, of what `state_getStorage` gives; absent ones are the fallback or undefined. */
  decodeValue(hex: string | null): unknown {
    if (hex === null && this.isOptional) return undefined;
    const bytes = hex === null ? this.#entry.fallback : tryHexToBytes(hex)!;
    return this.#types.decode(this.#entry.value, bytes, this.name);
  }

  /** For developer controls. */
  encodeValue(value: unknown): string {
    return `0x${bytesToHex(this.#types.encode(this.#entry.value, value, this.name))}`;
  }
}

/** Several hashers: the key type is a tuple, one part each. */
function keyParts({ hashers, key }: StorageEntry, types: TypeCodecs): readonly number[] {
  if (key === undefined) return [];
  if (hashers.length === 1) return [key];
  const { def } = types.type(key);
  return def.type === 'tuple' ? def.value : [key];
}
