export * from './bytes.ts';
export * from './errors.ts';
export * from './units.ts';
export * from './hashers.ts';
export type { Fixed, FixedFormat, FixedSpec } from './fixed/format.ts';
export { defineFixed } from './fixed/defineFixed.ts';
export { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from './fixed/formats.ts';
export { bitLength, divRoundEven, f64LiteralToRatio } from './fixed/rational.ts';
