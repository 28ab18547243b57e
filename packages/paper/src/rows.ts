/** Everything that the paper says, names and asks, in its order. */

import { CLAIM_ROWS } from './claims/rows.ts';
import { QUESTION_ROWS } from './questions/rows.ts';
import type { PaperRow } from './row.ts';
import { TERM_ROWS } from './terms/rows.ts';

export const PAPER_ROWS: readonly PaperRow[] = [...CLAIM_ROWS, ...TERM_ROWS, ...QUESTION_ROWS];
