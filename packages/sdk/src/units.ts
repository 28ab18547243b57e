/**
 * Amounts with their unit. TAO and alpha are different types, and alpha of two subnets are too: what mixes them does not compile, and throws where
 * the compiler cannot see it. Inside there are only whole rao; plain numbers are never taken for amounts.
 */

import { amountToText, RAO_PER_TAO, tryParseAmount, U64_MAX } from '@taonet/primitives';
import { badInput } from './errors.ts';

/** An amount of TAO, in rao. */
export class Tao {
  readonly unit = 'Tao';
  readonly rao: bigint;

  constructor(raw: bigint) {
    this.rao = raw;
    Object.freeze(this);
  }

  plus(other: Tao): Tao { return new Tao(this.rao + sameTao(other).rao); }
  minus(other: Tao): Tao { return new Tao(this.rao - sameTao(other).rao); }
  /** Times a ratio of whole numbers, rounded down: `times(1n, 3n)` is a third. */
  times(numerator: bigint, denominator = 1n): Tao { return new Tao((this.rao * numerator) / denominator); }
  /** Negative, zero or positive: how this stands to `other`. */
  compare(other: Tao): number { return sign(this.rao - sameTao(other).rao); }

  /** In TAO, for charts; not exact above 2^53 rao. */
  toNumber(): number { return toNumber(this.rao); }
  /** `1.5` */
  toDecimal(): string { return amountToText(this.rao, { trim: true }); }
  /** `τ1.5` */
  toString(): string { return `τ${amountToText(this.rao, { trim: true, group: true })}`; }
  toJSON(): string { return this.toDecimal(); }
}

/** An amount of alpha of subnet `N`, in 10⁻⁹ alpha. */
export class Alpha<N extends number = number> {
  readonly unit = 'Alpha';
  readonly netuid: N;
  readonly rao: bigint;

  constructor(netuid: N, raw: bigint) {
    this.netuid = netuid;
    this.rao = raw;
    Object.freeze(this);
  }

  plus(other: Alpha<NoInfer<N>>): Alpha<N> { return new Alpha(this.netuid, this.rao + this.#same(other).rao); }
  minus(other: Alpha<NoInfer<N>>): Alpha<N> { return new Alpha(this.netuid, this.rao - this.#same(other).rao); }
  /** Times a ratio of whole numbers, rounded down. */
  times(numerator: bigint, denominator = 1n): Alpha<N> { return new Alpha(this.netuid, (this.rao * numerator) / denominator); }
  compare(other: Alpha<NoInfer<N>>): number { return sign(this.rao - this.#same(other).rao); }

  toNumber(): number { return toNumber(this.rao); }
  toDecimal(): string { return amountToText(this.rao, { trim: true }); }
  /** `2.5 α42` */
  toString(): string { return `${amountToText(this.rao, { trim: true, group: true })} α${this.netuid}`; }
  toJSON(): string { return this.toDecimal(); }

  #same(other: unknown): { readonly rao: bigint } {
    if (!(other instanceof Alpha) || other.netuid !== this.netuid) throw badInput('amount', `alpha of subnet ${this.netuid}`, String(other));
    return other;
  }
}

/** Consoles of Node show the amount with its unit. */
for (const unit of [Tao, Alpha]) {
  Object.defineProperty(unit.prototype, Symbol.for('nodejs.util.inspect.custom'), { value(this: Tao | Alpha): string { return this.toString(); } });
}

/** TAO of a decimal text with up to 9 decimals: `tao('1.5')`. refuses: BadInput */
export function tao(text: string): Tao {
  return new Tao(parsed(text));
}

/** Alpha of a subnet, of a decimal text: `alpha(42, '2')`. refuses: BadInput */
export function alpha<const N extends number>(netuid: N, text: string): Alpha<N> {
  return new Alpha(netuid, parsed(text));
}

/** TAO of whole rao: `rao(1n)`. */
export function rao(raw: bigint | number): Tao {
  return new Tao(wholeRao(raw));
}

/** Alpha of a subnet, of whole 10⁻⁹. */
export function alphaRao<const N extends number>(netuid: N, raw: bigint | number): Alpha<N> {
  return new Alpha(netuid, wholeRao(raw));
}

function wholeRao(raw: bigint | number): bigint {
  if (typeof raw === 'number' && !Number.isSafeInteger(raw)) throw badInput('rao', 'a whole number', raw);
  const whole = BigInt(raw);
  if (whole < 0n || whole > U64_MAX) throw badInput('rao', 'at most 64 bits', raw);
  return whole;
}

function parsed(text: string): bigint {
  const raw = typeof text === 'string' ? tryParseAmount(text) : undefined;
  if (raw === undefined) throw badInput('amount', 'a decimal text with up to 9 decimals', text);
  return raw;
}

function sameTao(other: unknown): { readonly rao: bigint } {
  if (!(other instanceof Tao)) throw badInput('amount', 'TAO', String(other));
  return other;
}

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
const toNumber = (raw: bigint): number => Number(raw / RAO_PER_TAO) + Number(raw % RAO_PER_TAO) / Number(RAO_PER_TAO);

/** A share of a whole: `'1%'`, `'0.5%'`. */
export type PercentText = `${number}%`;

const PARTS = 1_000_000_000n;

/** Parts in 10⁹ of a percentage. refuses: BadInput (below 0, 100 or more, more than 7 decimals) */
export function partsOfPercent(text: string, where: string): bigint {
  const match = /^(\d{1,2})(?:\.(\d{1,7}))?%$/.exec(text);
  if (match === null) throw badInput(where, 'a percentage below 100, such as \'0.5%\'', text);
  return (BigInt(match[1]!) * PARTS + BigInt((match[2] ?? '').padEnd(9, '0'))) / 100n;
}

/** `value` less (or more) so many parts in 10⁹. */
export const lessParts = (value: bigint, parts: bigint): bigint => (value * (PARTS - parts)) / PARTS;
export const moreParts = (value: bigint, parts: bigint): bigint => (value * (PARTS + parts) + PARTS - 1n) / PARTS;
