/** Amounts as people write them: `1.5`, `1.5tao`, `2.5 alpha`, `1000rao`. */

import { RAO_PER_TAO, tryParseAmount } from '@taonet/primitives';
import { UsageError } from './failure.ts';

/** Whole rao of a text; a bare number is TAO (or alpha). */
export function parseRao(text: string, name: string): bigint {
  const found = /^\s*(?:τ)?([\d_,]+(?:\.\d+)?)\s*(tao|τ|alpha|α|rao)?\s*$/i.exec(text);
  const plain = found?.[1]?.replace(/[_,]/g, '');
  const rao = plain === undefined ? undefined : found![2]?.toLowerCase() === 'rao' ? wholeOf(plain) : tryParseAmount(plain);
  if (rao === undefined) throw new UsageError(`${name}: ${text} is not an amount.`, 'Write 1.5, 1.5tao or 1500000000rao: at most nine decimals.');
  return rao;
}

const wholeOf = (text: string): bigint | undefined => (/^\d+$/.test(text) ? BigInt(text) : undefined);

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;
const FRACTION_DIGITS = 9;

/** `1,234.5` of rao, with up to `digits` decimals, rounded down; at least one digit that counts is shown. */
export function amountText(rao: bigint, digits = 4): string {
  const sign = rao < 0n ? '-' : '';
  const size = rao < 0n ? -rao : rao;
  const whole = String(size / RAO_PER_TAO).replace(GROUPS, ',');
  const fraction = String(size % RAO_PER_TAO).padStart(FRACTION_DIGITS, '0');
  const zeros = /^0*/.exec(fraction)![0].length;
  const shown = size < RAO_PER_TAO && zeros >= digits ? fraction : fraction.slice(0, digits);
  const trimmed = shown.replace(/0+$/, '');
  return `${sign}${whole}${trimmed === '' ? '' : `.${trimmed}`}`;
}

/** `12.3 %` of a share of one. */
export const percentText = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`;

/** `5Grwva…utQY` */
export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;
