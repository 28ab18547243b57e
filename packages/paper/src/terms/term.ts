/** What rows of words have in common: one meaning, the glossary's, and the same figures on a chain of each rule set. */

import { figures, type PaperRow, type Shown } from '../row.ts';
import type { World } from '../world.ts';

export interface TermRow extends PaperRow {
  /** As GLOSSARY.md says it. */
  readonly means: string;
}

type TermFields = Omit<TermRow, 'kind' | 'test' | 'show'> & {
  /** The word's figures on a chain that is the row's own. */
  measure(world: World): Shown;
};

export function term({ measure, ...row }: TermFields): TermRow {
  return {
    ...row,
    kind: 'term',
    test: `packages/paper/test/terms.test.ts › ${row.id} …`,
    show: ({ then, now }) => figures({ then: measure(then), now: measure(now) }),
  };
}
