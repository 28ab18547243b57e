/** A storage item: typed reads and writes of one `Pallet.Item` over the overlay. */

import {
  decode, encode, forBuild, Reader,
  type AnyKeyPart, type HasherName, type KeysOf, type PalletDecl, type StorageDecl,
} from '@taonet/codec';
import { bytesToHex, defect, hexToBytes, utf8ToBytes, type Hashers } from '@taonet/primitives';
import type { StateCtx } from './context.ts';

type Found<V, M> = M extends 'Default' ? V : V | undefined;

/** The first `N` or fewer keys of a map. */
type Partial_<K extends readonly unknown[]> = K extends readonly [...infer Head, unknown] ? K | Partial_<Head> : [];

/** Bytes that stand before the key in the hashed form, so that concat hashers can be decoded. */
const HASH_BYTES: Readonly<Record<HasherName, number>> = {
  Identity: 0, Blake2_128: 16, Blake2_256: 32, Blake2_128Concat: 16, Twox128: 16, Twox256: 32, Twox64Concat: 8,
};

function hashPart(hashers: Hashers, hasher: HasherName, key: Uint8Array): string {
  switch (hasher) {
    case 'Identity': return bytesToHex(key);
    case 'Blake2_128Concat': return bytesToHex(hashers.blake2b128(key)) + bytesToHex(key);
    case 'Twox64Concat': return bytesToHex(hashers.twox64(key)) + bytesToHex(key);
    case 'Blake2_128': return bytesToHex(hashers.blake2b128(key));
    case 'Blake2_256': return bytesToHex(hashers.blake2b256(key));
    case 'Twox128': return bytesToHex(hashers.twox128(key));
    case 'Twox256': return bytesToHex(hashers.twox256(key));
  }
}

/** twox128(pallet) ‖ twox128(item), as hex. */
export function itemPrefix(hashers: Hashers, pallet: string, item: string): string {
  return bytesToHex(hashers.twox128(utf8ToBytes(pallet))) + bytesToHex(hashers.twox128(utf8ToBytes(item)));
}

export class StorageItem<P extends readonly AnyKeyPart[], V, M extends 'Default' | 'Optional'> {
  readonly pallet: string;
  readonly name: string;
  readonly decl: StorageDecl<P, V, M>;
  #prefix: string | undefined;

  constructor(pallet: string, name: string, decl: StorageDecl<P, V, M>) {
    this.pallet = pallet;
    this.name = name;
    this.decl = decl;
  }

  /** The 32-byte prefix of this item as hex. */
  prefix(ctx: { readonly crypto: Hashers }): string {
    this.#prefix ??= itemPrefix(ctx.crypto, this.pallet, this.name);
    return this.#prefix;
  }

  /** Full storage key of the entry, or the prefix of all entries below when fewer keys are given. */
  key(ctx: { readonly crypto: Hashers }, ...keys: Partial_<KeysOf<P>>): string {
    const given = keys as readonly unknown[];
    let key = this.prefix(ctx);
    for (let i = 0; i < given.length; i++) {
      const part = this.decl.keys[i]!;
      key += hashPart(ctx.crypto, part.hasher, encode(part.codec, given[i]));
    }
    return key;
  }

  /** The value, the default when the item has one, else undefined. */
  get(ctx: StateCtx, ...keys: KeysOf<P>): Found<V, M> {
    const raw = ctx.state.get(this.key(ctx, ...(keys as never)));
    if (raw !== undefined) return decode(this.decl.value, raw);
    return this.fallback(ctx);
  }

  /** What an absent entry reads as. */
  fallback(ctx: StateCtx): Found<V, M> {
    return (this.decl.modifier === 'Default' ? forBuild(this.decl.fallback, ctx.build) : undefined) as Found<V, M>;
  }

  /** The stored value; undefined when the entry is absent, default or not. */
  tryGet(ctx: StateCtx, ...keys: KeysOf<P>): V | undefined {
    const raw = ctx.state.get(this.key(ctx, ...(keys as never)));
    return raw === undefined ? undefined : decode(this.decl.value, raw);
  }

  has(ctx: StateCtx, ...keys: KeysOf<P>): boolean {
    return ctx.state.has(this.key(ctx, ...(keys as never)));
  }

  /** Writes `value`, the last argument. */
  set(ctx: StateCtx, ...keysAndValue: [...KeysOf<P>, V]): void {
    const keys = keysAndValue.slice(0, -1);
    const value = keysAndValue[keysAndValue.length - 1] as V;
    ctx.state.set(this.key(ctx, ...(keys as never)), encode(this.decl.value, value));
  }

  remove(ctx: StateCtx, ...keys: KeysOf<P>): void {
    ctx.state.delete(this.key(ctx, ...(keys as never)));
  }

  /** Reads (default included) and removes. */
  take(ctx: StateCtx, ...keys: KeysOf<P>): Found<V, M> {
    const value = this.get(ctx, ...keys);
    this.remove(ctx, ...keys);
    return value;
  }

  /** Writes what `change`, the last argument, makes of the present value (default included); undefined removes. */
  mutate(ctx: StateCtx, ...keysAndChange: [...KeysOf<P>, (value: Found<V, M>) => V | (M extends 'Optional' ? undefined : never)]): void {
    const keys = keysAndChange.slice(0, -1) as never;
    const change = keysAndChange[keysAndChange.length - 1] as (value: Found<V, M>) => V | undefined;
    const value = change(this.get(ctx, ...(keys as unknown as KeysOf<P>)));
    const key = this.key(ctx, ...(keys as never));
    if (value === undefined) ctx.state.delete(key);
    else ctx.state.set(key, encode(this.decl.value, value));
  }

  /** Hashed keys of all entries below the given keys, in raw key order. */
  rawKeys(ctx: StateCtx, ...keys: Partial_<KeysOf<P>>): readonly string[] {
    return ctx.state.keysWithPrefix(this.key(ctx, ...keys));
  }

  /** All keys below the given ones with all their parts, in raw key order. Hashers must keep the key (Identity, concat). */
  keys(ctx: StateCtx, ...keys: Partial_<KeysOf<P>>): KeysOf<P>[] {
    return this.rawKeys(ctx, ...keys).map((raw) => this.decodeKey(raw));
  }

  /** All entries below the given keys, in raw key order; a snapshot, so entries may be changed while it is walked. */
  entries(ctx: StateCtx, ...keys: Partial_<KeysOf<P>>): [keys: KeysOf<P>, value: V][] {
    return this.rawKeys(ctx, ...keys).map((raw) => [this.decodeKey(raw), decode(this.decl.value, ctx.state.get(raw)!)]);
  }

  /** Removes all entries below the given keys; returns how many there were. */
  clearPrefix(ctx: StateCtx, ...keys: Partial_<KeysOf<P>>): number {
    const raw = this.rawKeys(ctx, ...keys);
    for (const key of raw) ctx.state.delete(key);
    return raw.length;
  }

  /** The key parts in a full storage key. */
  decodeKey(raw: string): KeysOf<P> {
    const reader = new Reader(hexToBytes(raw.slice(64)));
    return this.decl.keys.map((part: AnyKeyPart) => {
      reader.raw(HASH_BYTES[part.hasher]);
      if (part.hasher !== 'Identity' && !part.hasher.endsWith('Concat')) throw defect('KeyNotKept', { pallet: this.pallet, item: this.name });
      return part.codec.decode(reader) as unknown;
    }) as KeysOf<P>;
  }
}

/** All storage items of a pallet, by name. */
export type StorageOf<S extends PalletDecl['storage']> = {
  readonly [N in keyof S & string]: S[N] extends StorageDecl<infer P, infer V, infer M> ? StorageItem<P, V, M> : never;
};

/** Binds a pallet's declared items to the overlay: `S.Tempo.get(ctx, netuid)`. */
export function bindStorage<const D extends Pick<PalletDecl, 'name' | 'storage'>>(pallet: D): StorageOf<D['storage']> {
  const items: Record<string, unknown> = {};
  for (const name of Object.keys(pallet.storage)) items[name] = new StorageItem(pallet.name, name, pallet.storage[name]!);
  return items as StorageOf<D['storage']>;
}

