/** Sections `safe_float` and `share_pool`. */

import {
  bytesToHex, computeShareValue, computeUpdateForAll, computeUpdateForOne, hexToBytes, SAFE_FLOAT_ZERO, safeFloatAdd, safeFloatDiv, safeFloatFromU64,
  safeFloatGreater, safeFloatIsZero, safeFloatMulDiv, safeFloatSub, safeFloatToU64, simUpdateForOne, type SafeFloat,
} from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

function decode(hex: string): SafeFloat {
  const view = new DataView(hexToBytes(hex).buffer);
  return { mantissa: view.getBigUint64(0, true) | (view.getBigUint64(8, true) << 64n), exponent: view.getBigInt64(16, true) };
}

function encode(value: SafeFloat | undefined): string | undefined {
  if (value === undefined) return undefined;
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt.asUintN(64, value.mantissa), true);
  view.setBigUint64(8, value.mantissa >> 64n, true);
  view.setBigInt64(16, value.exponent, true);
  return bytesToHex(bytes);
}

export function replaySafeFloat(cases: readonly (readonly (string | boolean | null)[])[]): MathOutcome[] {
  return cases.flatMap((row, i) => {
    const [a, b, c] = [decode(String(row[0])), decode(String(row[1])), decode(String(row[2]))];
    const got: Record<string, unknown> = {
      add: encode(safeFloatAdd(a, b)), sub: encode(safeFloatSub(a, b)), div: encode(safeFloatDiv(a, b)), mulDiv: encode(safeFloatMulDiv(a, b, c)),
      greater: safeFloatGreater(a, b), toU64: safeFloatToU64(a),
      // The integer behind the last column is not in the file: its own floor must give the same float again.
      fromU64: encode(safeFloatFromU64(safeFloatToU64(decode(String(row[9]))))),
    };
    return Object.entries(got).map(([column, value], at) => outcome(`safe_float/${i}/${column}`, row[at + 3], value));
  });
}

type ShareStep = readonly [op: 'one' | 'all', key: number, update: string, sim: boolean, value: string, denominator: string, share: string | null, values: readonly string[]];

export function replaySharePool(cases: readonly (readonly ShareStep[])[]): MathOutcome[] {
  return cases.flatMap((steps, i) => {
    const shares: SafeFloat[] = Array.from({ length: 5 }, () => SAFE_FLOAT_ZERO);
    const pool = { sharedValue: 0n, denominator: SAFE_FLOAT_ZERO };
    return steps.flatMap(([op, key, text, sim, ...after], at) => {
      const update = BigInt(text);
      const simulated = simUpdateForOne(pool, update);
      if (op === 'all') {
        pool.sharedValue = computeUpdateForAll(pool.sharedValue, update);
      } else {
        const { share, ...rest } = computeUpdateForOne({ ...pool, share: shares[key]! }, update);
        Object.assign(pool, rest);
        shares[key] = share;
      }
      const share = safeFloatIsZero(shares[key]!) ? null : encode(shares[key]);
      const values = shares.map((each) => computeShareValue({ ...pool, share: each }));
      return [outcome(`share_pool/${i}/${at}`, [sim, ...after], [simulated, pool.sharedValue, encode(pool.denominator), share, values])];
    });
  });
}
