/** The chain's items as properties: `query.SubtensorModule.Tempo(1)`. */

import type { ApiMethodDecl, Codec, ConstantDecl, FieldsValue, KeyPart, StorageDecl } from '@taonet/codec';
import type { Transaction } from '../tx/transaction.ts';
import type { ArgsInput, ArgsParameters, InputOf, Loose } from './inputs.ts';
import type { Apis, PalletName, Pallets } from './pallets.ts';

type KeyValues<P> = P extends readonly [infer First, ...infer Rest] ? [First extends KeyPart<infer T> ? T : never, ...KeyValues<Rest>] : [];
type KeyInputs<P> = P extends readonly [infer First, ...infer Rest] ? [First extends KeyPart<infer T> ? InputOf<Codec<T>> : never, ...KeyInputs<Rest>] : [];
type Prefixes<K extends readonly unknown[]> = K extends readonly [...infer Front, unknown] ? K | Prefixes<Front> : [];

/** Reads of one storage item. */
export interface StorageQuery<Inputs extends readonly unknown[], Keys extends readonly unknown[], Value, Present> {
  /** The value at these keys; the chain's default where there is none, undefined for items that may be absent. */
  (...keys: Inputs): Promise<Value>;
  /** Values of several entries of one block, in one request. */
  many(keys: readonly Inputs[]): Promise<Value[]>;
  /** All entries below some first keys, with their keys. */
  entries(...first: Prefixes<Inputs>): Promise<[keys: Keys, value: Present][]>;
  /** Keys of all entries below some first keys. */
  keys(...first: Prefixes<Inputs>): Promise<Keys[]>;
  /** The value now and after each block that changes it, until the loop or the signal ends it. */
  watch(...keys: Inputs): AsyncIterable<Value>;
  /** The storage key, in hex. */
  key(...keys: Prefixes<Inputs>): string;
}

type QueryOf<D> = D extends StorageDecl<infer P, infer V, infer M>
  ? StorageQuery<KeyInputs<P>, KeyValues<P>, M extends 'Optional' ? V | undefined : V, V>
  : never;

/** Storage of all pallets. */
export type Queries = { readonly [P in PalletName]: { readonly [I in keyof Pallets[P]['storage']]: QueryOf<Pallets[P]['storage'][I]> } };

/** Constants of all pallets: values, at once. */
export type Constants = { readonly [P in PalletName]: { readonly [I in keyof Pallets[P]['constants']]: Pallets[P]['constants'][I] extends ConstantDecl<infer V> ? V : never } };

/** Calls of all pallets: each makes a transaction that is not sent yet. */
export type Calls = {
  readonly [P in PalletName]: {
    readonly [C in keyof Pallets[P]['calls']]: Pallets[P]['calls'][C] extends { readonly args: infer A } ? (...args: ArgsParameters<A>) => Transaction : never;
  };
};

type MethodOf<D> = D extends ApiMethodDecl<infer A, infer R> ? (...args: ArgsParameters<A>) => Promise<R> : never;

/** Runtime APIs: arguments by name. */
export type RuntimeApis = { readonly [A in keyof Apis]: { readonly [M in keyof Apis[A]['methods']]: MethodOf<Apis[A]['methods'][M]> } };

/** `SubtensorModule.StakeAdded`, … */
export type EventName = { [P in PalletName]: `${P}.${keyof Pallets[P]['events'] & string}` }[PalletName];

/** What an event carries: a record of its named fields, a list of several unnamed ones, a single one itself. */
export type EventData<N extends EventName> = N extends `${infer P}.${infer E}`
  ? P extends PalletName
    ? E extends keyof Pallets[P]['events'] ? Pallets[P]['events'][E] extends { readonly fields: infer F } ? FieldsValue<F> : never : never
    : never
  : never;

/** One event of a block. `name` tells what `data` is. */
export type ChainEvent = {
  [N in EventName]: {
    readonly name: N;
    readonly data: EventData<N>;
    /** Number of the extrinsic that caused it; undefined for the block's own work. */
    readonly extrinsic: number | undefined;
  };
}[EventName];

export type { ArgsInput, InputOf, Loose };
