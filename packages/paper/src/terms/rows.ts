/** The paper's words, in the order of the alphabet. */

import type { PaperRow } from '../row.ts';

export const TERM_ROWS: readonly PaperRow[] = [];
