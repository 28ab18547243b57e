export * from './bytes.ts';
export * from './errors.ts';
export * from './units.ts';
export * from './hashers.ts';
export type { Fixed, FixedFormat, FixedSpec } from './fixed/format.ts';
export { defineFixed } from './fixed/defineFixed.ts';
export { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from './fixed/formats.ts';
export { bitLength, divRoundEven, f64LiteralToRatio, f64RatioOf } from './fixed/rational.ts';
export { fixedExp, fixedLn, fixedLog2, fixedLog2Floor, fixedPow, fixedPowInt, fixedSqrt } from './fixed/transcendental.ts';
export { checkedLn, checkedPow, checkedSqrt } from './fixed/safeMath.ts';
export { fixedToText } from './fixed/display.ts';
export * from './saturating.ts';
export { Perbill, Percent, Permill, Perquintill, type PerThing } from './perThing.ts';
export {
  SAFE_FLOAT_MAX, SAFE_FLOAT_ZERO, safeFloat, safeFloatAdd, safeFloatDiv, safeFloatFromU64, safeFloatFromU64F64,
  safeFloatGreater, safeFloatIsZero, safeFloatMulDiv, safeFloatSub, safeFloatToU64, type SafeFloat,
} from './safeFloat.ts';
export { computeShareValue, computeUpdateForAll, computeUpdateForOne, simUpdateForOne, type PoolShare, type SharePool } from './sharePool.ts';
export { compareBigints, compareNumbers, compareText, SortedMap } from './sortedMap.ts';
export { AMOUNT_DECIMALS, amountToText, RAO_PER_TAO, tryParseAmount, type AmountForm } from './amount.ts';
export { powRatioScaled, powRatioScaledOracle, type PowRatioScaled } from './pow/powRatioScaled.ts';
export {
  computeShareValueU64F64, computeUpdateForOneU64F64, simUpdateForOneU64F64, type PoolShareU64F64, type SharePoolU64F64, type UpdatedShareU64F64,
} from './sharePoolU64F64.ts';
