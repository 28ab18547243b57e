/** What the sections of a math file share: outcomes and the forms of their values. */

/** One checked figure. */
export interface MathOutcome {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

/** A value as the file spells it: bigint as decimal text, undefined as null. */
export const spelt = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value === undefined ? null : value);

/** Compares one figure with the file's. */
export function outcome(name: string, expected: unknown, got: unknown): MathOutcome {
  const want = JSON.stringify(expected);
  const have = JSON.stringify(got, (_, value: unknown) => spelt(value));
  return { name, ok: want === have, expected: want, got: have ?? 'null' };
}
