/**
 * Decimal text of fixed-point values as upstream's `Display` prints it: as few digits as tell the value from its neighbours.
 *
 * source: crate substrate-fixed 0.6.0, src/display.rs
 */

import type { Fixed, FixedFormat } from './format.ts';

/** `-1.5`, `0.0000000005`, `3`. No trailing zeros; the last digit is rounded to nearest, ties to even. */
export function fixedToText<N extends string>(format: FixedFormat<N>, a: Fixed<N>): string {
  const sign = a < 0n ? '-' : '';
  const magnitude: bigint = a < 0n ? -a : a;
  const whole = magnitude >> BigInt(format.frac);
  const { digits, roundUp } = fractionDigits(format.frac, magnitude - (whole << BigInt(format.frac)));
  const text = digits.join('');
  const scaled = roundUp ? BigInt(whole.toString() + text) + 1n : BigInt(whole.toString() + text);
  const padded = scaled.toString().padStart(text.length + 1, '0');
  const fraction = padded.slice(padded.length - text.length).replace(/0+$/, '');
  return sign + padded.slice(0, padded.length - text.length) + (fraction === '' ? '' : `.${fraction}`);
}

/** Digits a format can need: ⌈frac · log10 2⌉. */
const digitsMax = (frac: number): number => Number((BigInt(frac) * 0x4d10_4d43n + 0xffff_ffffn) >> 32n);

/** The carrier is the widest of 32, 64 and 128 bits of which the fraction is at least half. */
const carrierBits = (frac: number): number => (frac >= 64 ? 128 : frac >= 32 ? 64 : 32);

function fractionDigits(frac: number, fraction: bigint): { digits: number[]; roundUp: boolean } {
  const width = BigInt(carrierBits(frac));
  const modulus = 1n << width;
  const mask = modulus - 1n;
  let rest = fraction << (width - BigInt(frac));
  let tie = 1n << (width - 1n - BigInt(frac));
  const digits: number[] = [];
  for (let i = 0; i < digitsMax(frac); i++) {
    const product = rest * 10n;
    digits.push(Number(product >> width));
    rest = product & mask;
    const toNext = rest === 0n ? 0n : modulus - rest;
    if (rest < 10n || toNext < 10n) break;
    tie = (tie * 10n) & mask;
    if (rest < tie || toNext < tie) break;
  }
  const half = modulus >> 1n;
  const lastIsOdd = digits.length > 0 && digits[digits.length - 1]! % 2 === 1;
  return { digits, roundUp: rest > half || (rest === half && lastIsOdd) };
}
