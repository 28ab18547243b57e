/** The formats in use. source: economics of upstream, see each pallet; crate substrate-fixed 0.6.0 */

import { defineFixed } from './defineFixed.ts';
import type { Fixed } from './format.ts';

/** i64 bits: the epoch's matrices. */
export const I32F32 = defineFixed('I32F32', { signed: true, int: 32, frac: 32 });
export type I32F32 = Fixed<'I32F32'>;

/** i128 bits: stake weights, lock decay. */
export const I64F64 = defineFixed('I64F64', { signed: true, int: 64, frac: 64 });
export type I64F64 = Fixed<'I64F64'>;

/** i128 bits: block emission, moving price, claimable rates. */
export const I96F32 = defineFixed('I96F32', { signed: true, int: 96, frac: 32 });
export type I96F32 = Fixed<'I96F32'>;

/** u128 bits: prices, pools, emission shares. */
export const U64F64 = defineFixed('U64F64', { signed: false, int: 64, frac: 64 });
export type U64F64 = Fixed<'U64F64'>;

/** u128 bits: coinbase terms, takes, TAO weight. */
export const U96F32 = defineFixed('U96F32', { signed: false, int: 96, frac: 32 });
export type U96F32 = Fixed<'U96F32'>;

/** u128 bits: the constant-product invariant of May 2025. */
export const U110F18 = defineFixed('U110F18', { signed: false, int: 110, frac: 18 });
export type U110F18 = Fixed<'U110F18'>;
