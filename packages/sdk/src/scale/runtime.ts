/** One runtime as its metadata tells: lookup by name, bytes to values and back. */

import { metadata as metadataCodec, Reader, type PortableVariant } from '@taonet/codec';
import { concatBytes } from '@taonet/primitives';
import { sdkError } from '../errors.ts';
import { metadataParts, type ApiMethod, type ExtensionEntry, type MetadataParts, type PalletEntry } from './metadataParts.ts';
import { StorageItem } from './storageItem.ts';
import { TypeCodecs } from './typeCodecs.ts';

export interface RuntimeVersion {
  readonly specName: string;
  readonly specVersion: number;
  readonly transactionVersion: number;
}

/** A call before it is bytes: pallet, call, arguments by name. */
export interface CallValue {
  readonly type: string;
  readonly value: { readonly type: string; readonly value?: unknown };
}

export class Runtime {
  readonly version: RuntimeVersion;
  readonly types: TypeCodecs;
  readonly extensions: readonly ExtensionEntry[];
  readonly #parts: MetadataParts;
  /** Read again for its prose, which is left out at first. */
  readonly #metadata: Uint8Array;
  readonly #items = new Map<string, StorageItem>();
  readonly #constants = new Map<string, unknown>();

  constructor(version: RuntimeVersion, metadata: Uint8Array) {
    this.version = version;
    const reader = new Reader(metadata);
    reader.leaveOutDocs = true;
    this.#metadata = metadata;
    this.#parts = metadataParts(metadataCodec.decode(reader));
    this.types = new TypeCodecs(this.#parts.types);
    this.extensions = this.#parts.extensions;
  }

  get palletNames(): readonly string[] {
    return [...this.#parts.pallets.keys()];
  }

  pallet(name: string): PalletEntry {
    const pallet = this.#parts.pallets.get(name);
    if (pallet === undefined) throw this.#missing({ pallet: name });
    return pallet;
  }

  /** Names of a pallet's items, for lists and completion. */
  namesOf(pallet: string, kind: 'storage' | 'constants' | 'calls' | 'errors'): readonly string[] {
    const entry = this.pallet(pallet);
    if (kind === 'storage' || kind === 'constants') return [...entry[kind].keys()];
    return this.#variants(entry[kind]).map(({ name }) => name);
  }

  storage(pallet: string, name: string): StorageItem {
    const whole = `${pallet}.${name}`;
    let item = this.#items.get(whole);
    if (item === undefined) {
      const owner = this.pallet(pallet);
      const entry = owner.storage.get(name);
      if (entry === undefined) throw this.#missing({ storage: whole });
      item = new StorageItem(pallet, owner.prefix, entry, this.types);
      this.#items.set(whole, item);
    }
    return item;
  }

  constant(pallet: string, name: string): unknown {
    const whole = `${pallet}.${name}`;
    if (!this.#constants.has(whole)) {
      const found = this.pallet(pallet).constants.get(name);
      if (found === undefined) throw this.#missing({ constant: whole });
      this.#constants.set(whole, this.types.decode(found.type, found.value, whole));
    }
    return this.#constants.get(whole);
  }

  api(name: string, method: string): ApiMethod {
    const found = this.#parts.apis.get(name)?.get(method);
    if (found === undefined) throw this.#missing({ api: `${name}.${method}` });
    return found;
  }

  hasApi(name: string, method: string): boolean {
    return this.#parts.apis.get(name)?.has(method) === true;
  }

  hasCall(pallet: string, call: string): boolean {
    return this.#variants(this.#parts.pallets.get(pallet)?.calls).some(({ name }) => name === call);
  }

  /** Names of a call's arguments. */
  argumentsOf(pallet: string, call: string): readonly string[] {
    const row = this.#variants(this.pallet(pallet).calls).find(({ name }) => name === call);
    if (row === undefined) throw this.#missing({ call: `${pallet}.${call}` });
    return row.fields.map(({ name }, i) => name ?? String(i));
  }

  /** Bytes of a call, its pallet's index first. refuses: NotOnThisChain, BadInput */
  encodeCall({ type: pallet, value: call }: CallValue): Uint8Array {
    const entry = this.pallet(pallet);
    this.argumentsOf(pallet, call.type);
    return concatBytes(Uint8Array.of(entry.index), this.types.encode(entry.calls!, call, pallet));
  }

  /** `Pallet.Error` of a module's error. */
  errorName(index: number, error: number): string {
    for (const pallet of this.#parts.pallets.values()) {
      if (pallet.index === index) return `${pallet.name}.${this.#variants(pallet.errors).find((row) => row.index === error)?.name ?? `Error${error}`}`;
    }
    return `Pallet${index}.Error${error}`;
  }

  /** The doc lines of an error, when the metadata has them. */
  errorDocs(index: number, error: number): string | undefined {
    for (const pallet of this.#parts.pallets.values()) {
      if (pallet.index !== index) continue;
      const { def } = metadataCodec.decode(new Reader(this.#metadata)).value.types[pallet.errors ?? -1] ?? {};
      const text = def?.type === 'variant' ? def.value.find((row) => row.index === error)?.docs.join(' ').trim() : undefined;
      return text === '' ? undefined : text;
    }
    return undefined;
  }

  #variants(type: number | undefined): readonly PortableVariant[] {
    if (type === undefined) return [];
    const { def } = this.types.type(type);
    return def.type === 'variant' ? def.value : [];
  }

  #missing(what: Readonly<Record<string, string>>): Error {
    return sdkError('NotOnThisChain', { ...what, specVersion: this.version.specVersion });
  }
}
