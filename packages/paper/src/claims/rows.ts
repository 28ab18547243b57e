/** What the paper says, in its order. */

import type { PaperRow } from '../row.ts';

export const CLAIM_ROWS: readonly PaperRow[] = [];
