/**
 * How a pallet is declared: names, wire indices, types. No behaviour, no prose. Package abi holds the declarations,
 * the runtime binds behaviour to them, metadata and clients are derived from them.
 */

import type { Codec } from './codec.ts';
import type { AnyCodec, FieldCodecs, StructValue, TupleValue } from './composite.ts';
import type { Rows } from './variant.ts';

/** Which of upstream's builds a chain is: defaults and constants differ between them. */
export interface Build {
  /** Upstream's feature fast-runtime: 250 ms slots, short tempos and cooldowns. */
  readonly fast: boolean;
  /** Upstream's feature pow-faucet: the faucet call exists, creating subnets is not rate limited. */
  readonly powFaucet: boolean;
  /** Ours, for developer networks: subnets are born earning (docs/adr/0008). Changes no name, type or default. */
  readonly liveBirth?: boolean;
  /** Ours, for networks of our own: what upstream removed since May 2025 stands in the metadata, and the rules can be chosen (docs/adr/0014). */
  readonly extended?: boolean;
}

/** For declarations that upstream's runtime at the pinned commit does not have. */
export const inExtended = (build: Build): boolean => build.extended === true;

/** A value that depends on the build. */
export class ByBuild<T> {
  readonly of: (build: Build) => T;
  constructor(of: (build: Build) => T) {
    this.of = of;
  }
}

/** `normal` in production builds, `fast` in fast-runtime builds. */
export function prodOrFast<T>(normal: T, fast: T): ByBuild<T> {
  return new ByBuild((build) => (build.fast ? fast : normal));
}

export function forBuild<T>(value: T | ByBuild<T>, build: Build): T {
  return value instanceof ByBuild ? value.of(build) : value;
}

export type HasherName = 'Identity' | 'Blake2_128' | 'Blake2_256' | 'Blake2_128Concat' | 'Twox128' | 'Twox256' | 'Twox64Concat';

/** One key part of a map: its hasher and its codec. */
export interface KeyPart<T> {
  readonly hasher: HasherName;
  readonly codec: Codec<T>;
}

export const identity = <T>(codec: Codec<T>): KeyPart<T> => ({ hasher: 'Identity', codec });
export const blake2Concat = <T>(codec: Codec<T>): KeyPart<T> => ({ hasher: 'Blake2_128Concat', codec });
export const twoxConcat = <T>(codec: Codec<T>): KeyPart<T> => ({ hasher: 'Twox64Concat', codec });

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyKeyPart = KeyPart<any>;
export type KeysOf<P extends readonly AnyKeyPart[]> = { -readonly [I in keyof P]: P[I] extends KeyPart<infer T> ? T : never };

/** One storage item. `get` of an absent key gives `fallback` when `modifier` is Default, undefined when Optional. */
export interface StorageDecl<P extends readonly AnyKeyPart[], V, M extends 'Default' | 'Optional'> {
  readonly keys: P;
  readonly value: Codec<V>;
  readonly modifier: M;
  readonly fallback: M extends 'Default' ? V | ByBuild<V> : undefined;
  /** Which builds show the item in their metadata; all when absent. */
  readonly onlyIn?: (build: Build) => boolean;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyStorageDecl = StorageDecl<any, any, any>;

/** A plain item with a default. */
export function item<V>(value: Codec<V>, fallback: NoInfer<V> | ByBuild<NoInfer<V>>): StorageDecl<readonly [], V, 'Default'> {
  return { keys: [], value, modifier: 'Default', fallback };
}

/** A plain item that may be absent. */
export function optionalItem<V>(value: Codec<V>): StorageDecl<readonly [], V, 'Optional'> {
  return { keys: [], value, modifier: 'Optional', fallback: undefined };
}

/** A map with one or more key parts, with a default. */
export function map<const P extends readonly AnyKeyPart[], V>(keys: P, value: Codec<V>, fallback: NoInfer<V> | ByBuild<NoInfer<V>>): StorageDecl<P, V, 'Default'> {
  return { keys, value, modifier: 'Default', fallback };
}

/** A map whose entries may be absent. */
export function optionalMap<const P extends readonly AnyKeyPart[], V>(keys: P, value: Codec<V>): StorageDecl<P, V, 'Optional'> {
  return { keys, value, modifier: 'Optional', fallback: undefined };
}

/** The same items, in extended builds only. */
export function extendedStorage<const R extends Readonly<Record<string, AnyStorageDecl>>>(items: R): R {
  return Object.fromEntries(Object.entries(items).map(([name, decl]) => [name, { ...decl, onlyIn: inExtended }])) as R;
}

/** One call: wire index and named arguments. */
export interface CallDecl<A extends FieldCodecs = FieldCodecs> {
  readonly index: number;
  readonly args: A;
  readonly onlyIn?: (build: Build) => boolean;
}

export function callDecl<const A extends FieldCodecs>(index: number, args: A, onlyIn?: (build: Build) => boolean): CallDecl<A> {
  return onlyIn === undefined ? { index, args } : { index, args, onlyIn };
}

export type ArgsOf<C> = C extends CallDecl<infer A> ? StructValue<A> : never;

/** One constant as metadata shows it. */
export interface ConstantDecl<V> {
  readonly codec: Codec<V>;
  readonly value: V | ByBuild<V>;
}

export function constant<V>(codec: Codec<V>, value: NoInfer<V> | ByBuild<NoInfer<V>>): ConstantDecl<V> {
  return { codec, value };
}

/** Everything that clients and storage keys know of a pallet. */
export interface PalletDecl {
  readonly name: string;
  readonly index: number;
  /** Where upstream's Call, Event and Error types live, `pallet_subtensor::pallet`. */
  readonly path: string;
  /** Type parameters of the Call, Event and Error types where they are not just `T`. */
  readonly generics?: { readonly calls?: readonly string[]; readonly events?: readonly string[]; readonly errors?: readonly string[] };
  readonly storage: Readonly<Record<string, AnyStorageDecl>>;
  readonly calls: Readonly<Record<string, CallDecl>>;
  readonly events: Rows;
  /** Error name → wire index. */
  readonly errors: Readonly<Record<string, number>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly constants: Readonly<Record<string, ConstantDecl<any>>>;
  /** Which builds have the pallet; all when absent. */
  readonly onlyIn?: (build: Build) => boolean;
  /** Names of events and errors that only extended builds have. */
  readonly extended?: { readonly events?: readonly string[]; readonly errors?: readonly string[] };
}

/** What of these pallets a build has. */
export function inBuild(pallets: readonly PalletDecl[], build: Build): PalletDecl[] {
  const has = ([, { onlyIn }]: readonly [string, { readonly onlyIn?: (build: Build) => boolean }]): boolean => onlyIn?.(build) !== false;
  const without = <T>(items: Readonly<Record<string, T>>, names: readonly string[] = []): Readonly<Record<string, T>> =>
    inExtended(build) ? items : Object.fromEntries(Object.entries(items).filter(([name]) => !names.includes(name)));
  return pallets
    .filter(({ onlyIn }) => onlyIn?.(build) !== false)
    .map((pallet) => ({
      ...pallet,
      storage: Object.fromEntries(Object.entries(pallet.storage).filter(has)),
      calls: Object.fromEntries(Object.entries(pallet.calls).filter(has)),
      events: without(pallet.events, pallet.extended?.events),
      errors: without(pallet.errors, pallet.extended?.errors),
    }));
}

/** One method of a runtime API. */
export interface ApiMethodDecl<A extends FieldCodecs = FieldCodecs, R = unknown> {
  readonly args: A;
  readonly result: Codec<R>;
}

export function apiMethod<const A extends FieldCodecs, R>(args: A, result: Codec<R>): ApiMethodDecl<A, R> {
  return { args, result };
}

/** A runtime API trait: its 8-byte id as hex, version and methods by name. */
export interface ApiDecl {
  readonly name: string;
  readonly id: string;
  readonly version: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly methods: Readonly<Record<string, ApiMethodDecl<any, any>>>;
}

export type { AnyCodec, TupleValue };
