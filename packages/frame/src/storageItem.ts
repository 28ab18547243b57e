/** A storage item: typed reads and writes of one `Pallet.Item` over the overlay. */

import {
  decode, encode, forBuild, Reader,
  type AnyKeyPart, type HasherName, type KeysOf, type PalletDecl, type StorageDecl,
} from '@taonet/codec';
import { bytesToHex, defect, hexToBytes, utf8ToBytes, type Hashers } from '@taonet/primitives';
import type { StateCtx } from './context.ts';
import { HashedTexts, isPlain, KeyNode, KeyTree } from './state/keyTree.ts';

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

/** Of the one hasher that is slow, by the codec of the text. */
const hashedTexts = new Map<AnyKeyPart['codec'], HashedTexts>();

function hashArg(hashers: Hashers, { hasher, codec }: AnyKeyPart, arg: unknown): string {
  if (hasher !== 'Blake2_128Concat' || typeof arg !== 'string') return hashPart(hashers, hasher, encode(codec, arg));
  let texts = hashedTexts.get(codec);
  if (texts === undefined) {
    texts = new HashedTexts();
    hashedTexts.set(codec, texts);
  }
  let hashed = texts.get(arg);
  if (hashed === undefined) {
    hashed = hashPart(hashers, hasher, encode(codec, arg));
    texts.set(arg, hashed);
  }
  return hashed;
}

/** twox128(pallet) ‖ twox128(item), as hex. */
export function itemPrefix(hashers: Hashers, pallet: string, item: string): string {
  return bytesToHex(hashers.twox128(utf8ToBytes(pallet))) + bytesToHex(hashers.twox128(utf8ToBytes(item)));
}

export class StorageItem<P extends readonly AnyKeyPart[], V, M extends 'Default' | 'Optional'> {
  readonly pallet: string;
  readonly name: string;
  readonly decl: StorageDecl<P, V, M>;
  #tree: KeyTree | undefined;

  constructor(pallet: string, name: string, decl: StorageDecl<P, V, M>) {
    this.pallet = pallet;
    this.name = name;
    this.decl = decl;
  }

  /** The 32-byte prefix of this item as hex. */
  prefix(ctx: { readonly crypto: Hashers }): string {
    return this.#treeOf(ctx).top.key;
  }

  #treeOf(ctx: { readonly crypto: Hashers }): KeyTree {
    this.#tree ??= new KeyTree(itemPrefix(ctx.crypto, this.pallet, this.name));
    return this.#tree;
  }

  /** The node of the first `count` of `args`. */
  #nodeOf(ctx: { readonly crypto: Hashers }, args: readonly unknown[], count: number): KeyNode {
    const tree = this.#treeOf(ctx);
    let node = tree.top;
    for (let i = 0; i < count; i++) node = node.next(args[i]) ?? this.#grow(ctx, tree, node, i, args[i]);
    return node;
  }

  #grow(ctx: { readonly crypto: Hashers }, tree: KeyTree, node: KeyNode, index: number, arg: unknown): KeyNode {
    const key = node.key + hashArg(ctx.crypto, this.decl.keys[index]!, arg);
    return isPlain(arg) ? tree.grow(node, arg, key) : new KeyNode(key, tree);
  }

  /** What `bytes`, found under the node's key, hold. */
  #valueOf(node: KeyNode, bytes: Uint8Array): V {
    if (bytes === node.bytes) return node.value as V;
    const value = decode(this.decl.value, bytes);
    if (isPlain(value)) node.remember(bytes, value);
    return value;
  }

  #found(ctx: StateCtx, node: KeyNode): Found<V, M> {
    const bytes = ctx.state.getKnown(node);
    return bytes === undefined ? this.fallback(ctx) : this.#valueOf(node, bytes);
  }

  #write(ctx: StateCtx, node: KeyNode, value: V): void {
    let bytes = node.bytesOf(value);
    if (bytes === undefined) {
      bytes = encode(this.decl.value, value);
      // A text may be written in another spelling than it is read in.
      if (typeof value !== 'string' && isPlain(value)) node.remember(bytes, value);
    }
    ctx.state.putKnown(node, bytes);
  }

  /** Full storage key of the entry, or the prefix of all entries below when fewer keys are given. */
  key(ctx: { readonly crypto: Hashers }, ...keys: Partial_<KeysOf<P>>): string {
    return this.#nodeOf(ctx, keys, keys.length).key;
  }

  /** The value, the default when the item has one, else undefined. */
  get(ctx: StateCtx, ...keys: KeysOf<P>): Found<V, M> {
    return this.#found(ctx, this.#nodeOf(ctx, keys, keys.length));
  }

  /** What an absent entry reads as. */
  fallback(ctx: StateCtx): Found<V, M> {
    return (this.decl.modifier === 'Default' ? forBuild(this.decl.fallback, ctx.build) : undefined) as Found<V, M>;
  }

  /** The stored value; undefined when the entry is absent, default or not. */
  tryGet(ctx: StateCtx, ...keys: KeysOf<P>): V | undefined {
    const node = this.#nodeOf(ctx, keys, keys.length);
    const bytes = ctx.state.getKnown(node);
    return bytes === undefined ? undefined : this.#valueOf(node, bytes);
  }

  has(ctx: StateCtx, ...keys: KeysOf<P>): boolean {
    return ctx.state.getKnown(this.#nodeOf(ctx, keys, keys.length)) !== undefined;
  }

  /** Writes `value`, the last argument. */
  set(ctx: StateCtx, ...keysAndValue: [...KeysOf<P>, V]): void {
    const last = keysAndValue.length - 1;
    this.#write(ctx, this.#nodeOf(ctx, keysAndValue, last), keysAndValue[last] as V);
  }

  remove(ctx: StateCtx, ...keys: KeysOf<P>): void {
    ctx.state.putKnown(this.#nodeOf(ctx, keys, keys.length), null);
  }

  /** Reads (default included) and removes. */
  take(ctx: StateCtx, ...keys: KeysOf<P>): Found<V, M> {
    const node = this.#nodeOf(ctx, keys, keys.length);
    const value = this.#found(ctx, node);
    ctx.state.putKnown(node, null);
    return value;
  }

  /** Writes what `change`, the last argument, makes of the present value (default included); undefined removes. */
  mutate(ctx: StateCtx, ...keysAndChange: [...KeysOf<P>, (value: Found<V, M>) => V | (M extends 'Optional' ? undefined : never)]): void {
    const last = keysAndChange.length - 1;
    const node = this.#nodeOf(ctx, keysAndChange, last);
    const change = keysAndChange[last] as (value: Found<V, M>) => V | undefined;
    const value = change(this.#found(ctx, node));
    if (value === undefined) ctx.state.putKnown(node, null);
    else this.#write(ctx, node, value);
  }

  /** Hashed keys of all entries below the given keys, in raw key order. */
  rawKeys(ctx: StateCtx, ...keys: Partial_<KeysOf<P>>): readonly string[] {
    return ctx.state.keysWithPrefix(this.#nodeOf(ctx, keys, keys.length).key);
  }

  /** Hashed keys of the first `limit` entries above the full key `after` (from the first one without it), in raw key order. */
  rawKeysAfter(ctx: StateCtx, after: string | undefined, limit: number): readonly string[] {
    return ctx.state.keysAfter(this.prefix(ctx), after ?? '', limit);
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

  /** The key parts in a full storage key, in a list of their own. */
  decodeKey(raw: string): KeysOf<P> {
    const known = this.#tree?.partsOf(raw);
    if (known !== undefined) return known.slice() as KeysOf<P>;
    const parts = this.#decodeKey(raw);
    if (parts.every(isPlain)) this.#tree?.rememberParts(raw, parts.slice());
    return parts;
  }

  #decodeKey(raw: string): KeysOf<P> {
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

