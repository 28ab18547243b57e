/** Parts of a whole and other small numeric types. */

import { type ValueOf, u128, u32, u64, u8, wrapped } from '@taonet/codec';

/** `sp_arithmetic::fixed_point::FixedU128` */
export const fixedU128 = wrapped('sp_arithmetic::fixed_point::FixedU128', u128);
export type FixedU128 = ValueOf<typeof fixedU128>;

/** `sp_arithmetic::per_things::Percent` */
export const percent = wrapped('sp_arithmetic::per_things::Percent', u8);
export type Percent = ValueOf<typeof percent>;

/** `sp_arithmetic::per_things::Permill` */
export const permill = wrapped('sp_arithmetic::per_things::Permill', u32);
export type Permill = ValueOf<typeof permill>;

/** `sp_arithmetic::per_things::Perquintill` */
export const perquintill = wrapped('sp_arithmetic::per_things::Perquintill', u64);
export type Perquintill = ValueOf<typeof perquintill>;

/** `sp_arithmetic::per_things::Perbill` */
export const perbill = wrapped('sp_arithmetic::per_things::Perbill', u32);
export type Perbill = ValueOf<typeof perbill>;
