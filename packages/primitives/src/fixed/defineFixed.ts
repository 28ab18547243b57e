/** Makes the operations of one format as plain closures over its bounds. */

import { defect } from '../errors.ts';
import type { Fixed, FixedFormat, FixedSpec } from './format.ts';
import { divRoundEven, f64LiteralToRatio } from './rational.ts';

const U64_MAX = 0xffff_ffff_ffff_ffffn;
const U128_MAX = (1n << 128n) - 1n;
const I64_MIN = -(1n << 63n);
const I64_MAX = (1n << 63n) - 1n;

/**
 * The format `name` of `spec`.
 *
 * rounding: multiplication floors, division truncates towards zero, conversions floor
 * source: crate substrate-fixed 0.6.0 (encointer), src/arith.rs, src/traits.rs; primitives/safe-math @ 14bc6f9
 */
export function defineFixed<const N extends string>(name: N, spec: FixedSpec): FixedFormat<N> {
  type F = Fixed<N>;
  const { signed, int, frac } = spec;
  const width = int + frac;
  const shift = BigInt(frac);
  const max = (1n << BigInt(signed ? width - 1 : width)) - 1n;
  const min = signed ? -(1n << BigInt(width - 1)) : 0n;
  const one = 1n << shift;
  const half = one >> 1n;
  const fractionMask = one - 1n;

  const clampBits = (v: bigint): F => (v > max ? max : v < min ? min : v) as F;
  const checkBits = (v: bigint): F | undefined => (v > max || v < min ? undefined : (v as F));
  const wrapBits: (v: bigint) => F = signed
    ? (v) => (v > max || v < min ? BigInt.asIntN(width, v) : v) as F
    : (v) => (v > max || v < min ? BigInt.asUintN(width, v) : v) as F;
  const checkedDiv = (a: F, b: F): F | undefined => {
    if (b === 0n) return undefined;
    const v = (a << shift) / b;
    return v > max || v < min ? undefined : (v as F);
  };
  const nonZero = (b: F): F => {
    if (b === 0n) throw defect('DivisionByZero', { format: name });
    return b;
  };
  /** Ties away from zero, on the raw bits. */
  const roundedInt = (a: F): bigint => (a >= 0n ? (a + half) >> shift : -((half - a) >> shift));
  const floored = (a: F, low: bigint, high: bigint): bigint => {
    const v = a >> shift;
    return v > high ? high : v < low ? low : v;
  };

  const self: FixedFormat<N> = {
    name, signed, int, frac,
    zero: 0n as F, one: one as F, min: min as F, max: max as F, delta: 1n as F,

    fromBits(bits) {
      if (bits > max || bits < min) throw defect('BitsOutOfFormat', { format: name, bits });
      return bits as F;
    },
    checkedFromBits: checkBits,
    saturatingFromBits: clampBits,
    toBits: (a) => a,
    fromInt: (n) => clampBits(BigInt(n) << shift),
    checkedFromInt: (n) => checkBits(BigInt(n) << shift),
    fromRational: (p, q) => clampBits(divRoundEven(p << shift, q)),
    fromLiteral(text) {
      const { p, q } = f64LiteralToRatio(text);
      return clampBits(divRoundEven(p << shift, q));
    },

    saturatingAdd: (a, b) => {
      const v = a + b;
      return (v > max ? max : v < min ? min : v) as F;
    },
    saturatingSub: (a, b) => {
      const v = a - b;
      return (v > max ? max : v < min ? min : v) as F;
    },
    saturatingMul: (a, b) => {
      const v = (a * b) >> shift;
      return (v > max ? max : v < min ? min : v) as F;
    },
    saturatingDiv: (a, b) => clampBits((a << shift) / nonZero(b)),
    checkedAdd: (a, b) => checkBits(a + b),
    checkedSub: (a, b) => checkBits(a - b),
    checkedMul: (a, b) => checkBits((a * b) >> shift),
    checkedDiv,
    wrappingAdd: (a, b) => wrapBits(a + b),
    wrappingSub: (a, b) => wrapBits(a - b),
    wrappingMul: (a, b) => wrapBits((a * b) >> shift),
    wrappingDiv: (a, b) => wrapBits((a << shift) / nonZero(b)),
    safeDiv: (a, b) => {
      if (b === 0n) return 0n as F;
      const v = (a << shift) / b;
      return (v > max || v < min ? 0n : v) as F;
    },
    safeDivOr: (a, b, otherwise) => checkedDiv(a, b) ?? otherwise,
    saturatingMulInt: (a, n) => clampBits(a * n),
    checkedMulInt: (a, n) => checkBits(a * n),
    checkedDivInt: (a, n) => (n === 0n ? undefined : checkBits(a / n)),
    saturatingNeg: (a) => clampBits(-a),
    checkedNeg: (a) => checkBits(-a),
    saturatingAbs: (a) => (a < 0n ? clampBits(-a) : a),
    checkedAbs: (a) => (a < 0n ? checkBits(-a) : a),
    smaller: (a, b) => (a < b ? a : b),
    larger: (a, b) => (a > b ? a : b),
    clamp: (a, low, high) => (a < low ? low : a > high ? high : a),
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    compareInt: (a, n) => {
      const b = n << shift;
      return a < b ? -1 : a > b ? 1 : 0;
    },

    floorToInt: (a) => a >> shift,
    roundToInt: roundedInt,
    saturatingToU64: (a) => floored(a, 0n, U64_MAX),
    saturatingToU128: (a) => floored(a, 0n, U128_MAX),
    saturatingToI64: (a) => floored(a, I64_MIN, I64_MAX),
    saturatingToU16: (a) => Number(floored(a, 0n, 0xffffn)),
    saturatingToU32: (a) => Number(floored(a, 0n, 0xffff_ffffn)),
    floor: (a) => ((a >> shift) << shift) as F,
    ceil: (a) => wrapBits(((a + fractionMask) >> shift) << shift),
    round: (a) => wrapBits(roundedInt(a) << shift),
    fraction: (a) => (a & fractionMask) as F,
    to(other, a) {
      const by = other.frac - frac;
      return other.saturatingFromBits(by >= 0 ? a << BigInt(by) : a >> BigInt(-by));
    },
    checkedTo(other, a) {
      const by = other.frac - frac;
      return other.checkedFromBits(by >= 0 ? a << BigInt(by) : a >> BigInt(-by));
    },
  };
  return Object.freeze(self);
}
