/** Text that the chain keeps as bytes. */

const decoder = new TextDecoder();

/** UTF-8 of bytes, or of a list of numbers as some runtime APIs have them. */
export function textOf(value: Uint8Array | readonly number[]): string {
  return decoder.decode(value instanceof Uint8Array ? value : Uint8Array.from(value));
}

const U16_MAX = 65_535;
/** A share of 65535 as 0 to 1. */
export const shareOf = (raw: number): number => raw / U16_MAX;
