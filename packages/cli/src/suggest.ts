/** What a mistyped word may have meant. */

import { UsageError } from './failure.ts';

/** Names nearest to a word, best first: those with few changes, then those that contain it. */
export function nearest(word: string, names: readonly string[], count = 3): string[] {
  const low = word.toLowerCase();
  const limit = Math.max(2, Math.floor(word.length / 3));
  const near = names.map((name) => ({ name, far: distance(low, name.toLowerCase()) })).filter(({ far }) => far <= limit).sort((a, b) => a.far - b.far).map(({ name }) => name);
  const holding = names.filter((name) => low.length > 2 && name.toLowerCase().includes(low) && !near.includes(name));
  return [...near, ...holding].slice(0, count);
}

/** The name itself, however its letters are written. refuses: UsageError with what may have been meant */
export function pick(word: string, names: readonly string[], what: string): string {
  if (names.includes(word)) return word;
  const found = names.filter((name) => name.toLowerCase() === word.toLowerCase());
  if (found.length === 1) return found[0]!;
  const near = nearest(word, names);
  throw new UsageError(`There is no ${what} ${word}.`, near.length === 0 ? undefined : `Did you mean ${near.join(', ')}?`);
}

/** Changes of one letter that make one text the other; two letters that changed places count as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
