/** What a row of the paper is: what is said or asked, how it stands under the rules then and now, and figures that bear it out. */

import type { World } from './world.ts';
import type { Worlds } from './worlds.ts';

export type Verdict = 'holds' | 'holds in part' | 'misread' | 'does not hold' | 'not on chain';

export interface Side {
  readonly verdict: Verdict;
  /** One or two sentences. */
  readonly words: string;
}

/** Figures by name, units in their text. Names begin with `then: ` or `now: ` where they are of one rule set (`figures` puts that there). */
export interface Shown {
  readonly [name: string]: string;
}

export interface PaperRow {
  /** `C8`, `T3`, `Q2`. */
  readonly id: string;
  readonly kind: 'claim' | 'term' | 'question' | 'quotation';
  readonly title: string;
  /** What the paper says or asks, in our words. */
  readonly says: string;
  /** Under the rules of May 2025. */
  readonly then: Side;
  /** Under the rules of June 2026. */
  readonly now: Side;
  /** What a reader types to see it himself; several are parted by ` && `. */
  readonly command: string;
  /** What holds it: `packages/paper/test/claims.test.ts › C8`, a file and how the name of a test in it begins. */
  readonly test: string;
  /** Computes the figures; throws a `NotBorneOut` when one does not bear the verdict out. The worlds are the row's own. */
  show(worlds: Worlds): Shown | Promise<Shown>;
}

/** A figure is not what the verdict says. */
export class NotBorneOut extends Error {
  override readonly name = 'NotBorneOut';
}

/** Throws unless the figure bears the verdict out. */
export function bears(holds: boolean, what: string): asserts holds {
  if (!holds) throw new NotBorneOut(what);
}

/** Figures of both sides, and such as belong to neither, under their names. */
export function figures({ then = {}, now = {}, both = {} }: { readonly then?: Shown; readonly now?: Shown; readonly both?: Shown }): Shown {
  const named = (side: string, shown: Shown): [string, string][] => Object.entries(shown).map(([name, text]) => [`${side}: ${name}`, text]);
  return Object.fromEntries([...Object.entries(both), ...named('then', then), ...named('now', now)]);
}

/** The same figures of both worlds. */
export function onBoth({ then, now }: Worlds, shownOf: (world: World) => Shown): Shown {
  return figures({ then: shownOf(then), now: shownOf(now) });
}

/** The row's figures, computed on worlds of its own. */
export async function showRow(row: PaperRow, worlds: Worlds): Promise<Shown> {
  return row.show({ then: worlds.then.fork(), now: worlds.now.fork(), create: worlds.create });
}
