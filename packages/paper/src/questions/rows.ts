/** What the paper asks and thinks, and what others are quoted with, in its order. */

import type { PaperRow } from '../row.ts';

export const QUESTION_ROWS: readonly PaperRow[] = [];
