/** Amounts as people write them: TAO or alpha with up to 9 decimals. Text in, text out; inside there are only whole rao. */

import { U64_MAX } from './units.ts';

export const AMOUNT_DECIMALS = 9;
/** Rao of one TAO; also 10⁻⁹ alpha of one alpha. */
export const RAO_PER_TAO = 1_000_000_000n;

/**
 * Rao of a decimal text such as `12`, `0.5`, `1_000.25`, `τ3`.
 *
 * refuses (undefined): signs, exponents, more than 9 decimals, more than u64
 */
export function tryParseAmount(text: string): bigint | undefined {
  const match = /^[τ]?\s*(\d[\d_]*)(?:\.(\d{1,9}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const whole = BigInt(match[1]!.replaceAll('_', ''));
  const value = whole * RAO_PER_TAO + BigInt((match[2] ?? '').padEnd(AMOUNT_DECIMALS, '0'));
  return value > U64_MAX ? undefined : value;
}

/** How an amount is printed. */
export interface AmountForm {
  /** Drops trailing zeros (and the point); off by default: all 9 decimals. */
  readonly trim?: boolean;
  /** Groups the whole part by thousands with commas. */
  readonly group?: boolean;
}

/** Decimal text of a whole number of rao, negative ones too. */
export function amountToText(raw: bigint, form: AmountForm = {}): string {
  const magnitude = raw < 0n ? -raw : raw;
  const digits = magnitude.toString().padStart(AMOUNT_DECIMALS + 1, '0');
  const whole = digits.slice(0, -AMOUNT_DECIMALS);
  const decimals = digits.slice(-AMOUNT_DECIMALS);
  const fraction = form.trim === true ? decimals.replace(/0+$/, '') : decimals;
  const grouped = form.group === true ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${raw < 0n ? '-' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}`;
}
