/** Sections `fixed_*`, `transcendental_I32F32` and `safe_math`. */

import {
  checkedLn, checkedPow, checkedSqrt, fixedExp, fixedLn, fixedLog2, fixedPow, fixedSqrt, fixedToText,
  I32F32, I64F64, I96F32, U110F18, U64F64, U96F32, type Fixed, type FixedFormat,
} from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

const FORMATS = { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } as const;

/** Column names of a `fixed_*` case after a and b. */
const COLUMNS = [
  'checked_add', 'saturating_add', 'checked_sub', 'saturating_sub', 'checked_mul', 'saturating_mul', 'checked_div', 'saturating_div',
  'to_u64', 'to_i64', 'to_u16', 'floor', 'ceil', 'round', 'display',
] as const;

export function replayFixed(section: string, cases: readonly (readonly (string | null)[])[]): MathOutcome[] {
  const format = FORMATS[section.slice('fixed_'.length) as keyof typeof FORMATS] as unknown as FixedFormat<string>;
  return cases.flatMap((row, i) => {
    const got = fixedRow(format, format.fromBits(BigInt(row[0]!)), format.fromBits(BigInt(row[1]!)));
    return COLUMNS.map((column, at) => outcome(`${section}/${i}/${column}`, row[at + 2], got[at]));
  });
}

function fixedRow(format: FixedFormat<string>, a: Fixed<string>, b: Fixed<string>): readonly unknown[] {
  return [
    format.checkedAdd(a, b), format.saturatingAdd(a, b), format.checkedSub(a, b), format.saturatingSub(a, b),
    format.checkedMul(a, b), format.saturatingMul(a, b), format.checkedDiv(a, b), b === 0n ? undefined : format.saturatingDiv(a, b),
    format.saturatingToU64(a), format.saturatingToI64(a), format.saturatingToU16(a).toString(),
    format.floor(a), format.ceil(a), format.round(a), fixedToText(format, a),
  ];
}

/** Columns of the transcendental section that belong to the fixed-point crate; the last three are the epoch's. */
export function replayTranscendental(cases: readonly (readonly (string | null)[])[]): MathOutcome[] {
  const bits = (text: string | null) => I32F32.fromBits(BigInt(text!));
  return cases.flatMap((row, i) => {
    const a = bits(row[0]!);
    const b = bits(row[1]!);
    const got: Record<string, unknown> = {
      ln: fixedLn(I32F32, a), log2: fixedLog2(I32F32, a), exp: fixedExp(I32F32, b),
      pow: a > 0n && I32F32.compareInt(a, 1000n) < 0 ? fixedPow(I32F32, a, b) : undefined,
      sqrt: fixedSqrt(I32F32, a), big: row[7], bigLog2: fixedLog2(I96F32, I96F32.fromBits(BigInt(row[7]!))),
    };
    return Object.entries(got).map(([column, value], at) => outcome(`transcendental_I32F32/${i}/${column}`, row[at + 2], value));
  });
}

export function replaySafeMath(cases: readonly (readonly (string | number | null)[])[]): MathOutcome[] {
  const epsilon = U64F64.fromLiteral('0.000001');
  return cases.flatMap((row, i) => {
    const c = I96F32.fromBits(BigInt(row[2]!));
    return [
      outcome(`safe_math/${i}/sqrt`, row[1], checkedSqrt(U64F64, U64F64.fromBits(BigInt(row[0]!)), epsilon)),
      outcome(`safe_math/${i}/ln`, row[3], checkedLn(I96F32, c)),
      outcome(`safe_math/${i}/pow`, row[5], checkedPow(I96F32, c, Number(row[4]))),
    ];
  });
}
