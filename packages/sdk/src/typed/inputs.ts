/** What goes in: the declared value, or a looser way of writing the same. Units stay strict. */

import type { MultiAddress } from '@taonet/abi';
import type { Codec, Spelled } from '@taonet/codec';
import type { AccountLike } from '../scale/address.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { Alpha, Tao } from '../units.ts';

/** A call, or a transaction of ours that holds one. */
export type CallLike = CallValue | { readonly call: CallValue };

type IsAny<T> = 0 extends 1 & T ? true : false;
type IsCall<T> = T extends { readonly type: string; readonly value: { readonly type: string; readonly value?: unknown } } ? (string extends T['type'] ? true : false) : false;

/** A decoded value as it may be given. */
export type Loose<T> =
  IsAny<T> extends true ? unknown
    : [T] extends [MultiAddress] ? T | AccountLike
      : [T] extends [bigint] ? bigint | number
        : string extends T ? AccountLike
          : [T] extends [Uint8Array] ? Uint8Array | string
            : IsCall<T> extends true ? CallLike
              : T extends readonly unknown[] ? { readonly [I in keyof T]: Loose<T[I]> }
                : T extends object ? { readonly [K in keyof T]: Loose<T[K]> }
                  : T;

type TaoSpelling = `${string}TaoBalance${string}` | 'BalanceOf<T>' | 'T::Balance' | 'Balance' | `Compact<${string}Balance>`;
type AlphaSpelling = `${string}AlphaBalance${string}`;

/** The declared value of a codec as it may be given. Amounts are `Tao` or `Alpha` as declared, or whole rao as `bigint`. */
export type InputOf<C> =
  C extends Spelled<bigint, infer N>
    ? string extends N ? Loose<bigint> : N extends AlphaSpelling ? Alpha | bigint : N extends TaoSpelling ? Tao | bigint : Loose<bigint>
    : C extends Codec<infer T> ? Loose<T> : never;

type AbsentKeys<A> = { [K in keyof A]: A[K] extends Codec<infer T> ? undefined extends T ? K : never : never }[keyof A];

type Flat<T> = { readonly [K in keyof T]: T[K] };

/** Arguments by name; those that may be None may be left out. */
export type ArgsInput<A> = Flat<{ readonly [K in Exclude<keyof A, AbsentKeys<A>>]: InputOf<A[K]> } & { readonly [K in AbsentKeys<A>]?: InputOf<A[K]> | undefined }>;

/** Parameters of a function that takes arguments by name: none when there are none. */
export type ArgsParameters<A> = keyof A extends never ? [] : [args: ArgsInput<A>];
