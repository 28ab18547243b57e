/** What work takes: each hash counts with the same chance, so what was looked at in vain changes nothing for the rest. */

const MS_PER_S = 1_000;
const WH_PER_KWH = 1_000;
const SECONDS_PER_HOUR = 3_600;

export interface Expectation {
  /** Hashes on average. */
  readonly hashes: number;
  readonly secondsMean: number;
  /** Half of all searches end within. */
  readonly secondsMedian: number;
  readonly seconds95: number;
}

export function expectationOf(difficulty: bigint, hashRate: number): Expectation {
  const hashes = Math.max(1, Number(difficulty));
  const secondsMean = hashes / hashRate;
  return { hashes, secondsMean, secondsMedian: secondsMean * Math.LN2, seconds95: secondsMean * Math.log(20) };
}

/** The chance that so many hashes contain work. */
export const chanceWithin = (hashes: number, difficulty: bigint): number => -Math.expm1(-hashes / Math.max(1, Number(difficulty)));

/** Kilowatt hours of a machine that takes so many watts more while it looks. */
export const energyOf = (seconds: number, watts: number): number => (watts * seconds) / SECONDS_PER_HOUR / WH_PER_KWH;

/** `1,050 kH/s` */
export function rateText(hashRate: number): string {
  const [divisor, unit] = hashRate >= 1e9 ? [1e9, 'GH/s'] : hashRate >= 1e6 ? [1e6, 'MH/s'] : hashRate >= 1e3 ? [1e3, 'kH/s'] : [1, 'H/s'];
  return `${significant(hashRate / divisor)} ${unit}`;
}

/** `0.5 s`, `4 min 20 s`, `3 h 12 min`, `12 days` */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'for ever';
  if (seconds < 1) return `${Math.round(seconds * MS_PER_S)} ms`;
  if (seconds < 60) return `${significant(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < SECONDS_PER_HOUR) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  if (whole < 48 * SECONDS_PER_HOUR) return `${Math.floor(whole / SECONDS_PER_HOUR)} h ${Math.floor((whole % SECONDS_PER_HOUR) / 60)} min`;
  return `${significant(whole / (24 * SECONDS_PER_HOUR))} days`;
}

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

const DECIMALS_MAX = 12;

/** Three digits that count, without an exponent. */
export function significant(value: number): string {
  if (value >= 100) return String(Math.round(value)).replace(GROUPS, ',');
  if (!(value > 0)) return '0';
  const decimals = Math.min(2 - Math.floor(Math.log10(value)), DECIMALS_MAX);
  return value.toFixed(decimals).replace(/\.?0+$/, '');
}

/** `1.2 kWh`, `340 Wh`, `0.77 mWh` */
export function energyText(kWh: number): string {
  const [factor, unit] = kWh >= 1 ? [1, 'kWh'] : kWh >= 1e-3 ? [1e3, 'Wh'] : [1e6, 'mWh'];
  return `${significant(kWh * factor)} ${unit}`;
}

export const wholeText = (value: bigint | number): string => String(value).replace(GROUPS, ',');
