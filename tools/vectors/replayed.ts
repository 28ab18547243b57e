/** The outcome of one vector file. */

export interface Replayed {
  readonly passed: number;
  readonly failed: number;
  /** What the program does not do yet, by name → how many cases. */
  readonly unsupported: Readonly<Record<string, number>>;
  /** A line for each mismatch. */
  readonly mismatches: readonly string[];
}

/** A compared value, as the replayers of single cases give it. */
export interface Case {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

const CLIP = 300;
const clip = (text: string): string => (text.length > CLIP ? `${text.slice(0, CLIP)}… (${text.length} characters)` : text);

export function mismatchLine(where: string, expected: string, got: string): string {
  return `${where}\n      expected ${clip(expected)}\n      got      ${clip(got)}`;
}

export function ofCases(cases: readonly Case[], unsupported: Readonly<Record<string, number>> = {}): Replayed {
  const wrong = cases.filter(({ ok }) => !ok);
  return {
    passed: cases.length - wrong.length,
    failed: wrong.length,
    unsupported,
    mismatches: wrong.map(({ name, expected, got }) => mismatchLine(name, expected, got)),
  };
}

export function onlyUnsupported(name: string, count: number): Replayed {
  return { passed: 0, failed: 0, unsupported: { [name]: count }, mismatches: [] };
}

export const countOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
