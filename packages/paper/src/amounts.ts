/** Figures as text, with their units. */

const DIGITS = 9;
export const RAO_PER_TAO = 10n ** BigInt(DIGITS);

/** Exact: `1.234567891`, thousands parted by commas, no zeros at the end. */
export function decimal(rao: bigint): string {
  const sign = rao < 0n ? '-' : '';
  const size = rao < 0n ? -rao : rao;
  const rest = (size % RAO_PER_TAO).toString().padStart(DIGITS, '0').replace(/0+$/, '');
  return `${sign}${count(size / RAO_PER_TAO)}${rest === '' ? '' : `.${rest}`}`;
}

/** `1,234`. */
export const count = (value: number | bigint): string => value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');

export const tao = (rao: bigint): string => `${decimal(rao)} TAO`;
export const alpha = (rao: bigint): string => `${decimal(rao)} alpha`;

/** A fraction as `12.34 %`, rounded to the nearest. */
export const percent = (part: number, digits = 2): string => `${(100 * part).toFixed(digits)} %`;

/** `part` of `whole` as a fraction; 0 of nothing. */
export const share = (part: bigint | number, whole: bigint | number): number => (Number(whole) === 0 ? 0 : Number(part) / Number(whole));

/** Bits of a fixed-point number with so many digits after the point as a number, for reading. */
export const fixed = (bits: bigint, fractionBits: number): number => Number(bits) / 2 ** fractionBits;

/** TAO per alpha of so many rao per alpha. */
export const price = (rao: bigint): string => `${decimal(rao)} TAO per alpha`;

/** U64F64 as a number, for reading. */
export const u64f64 = (bits: bigint): number => fixed(bits, 64);
