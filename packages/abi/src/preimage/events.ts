/** Preimage: events. */

import { row } from '@taonet/codec';
import { tHash } from '../types/spelled.ts';

export const events = {
  Noted: row(0, { hash: tHash }),
  Requested: row(1, { hash: tHash }),
  Cleared: row(2, { hash: tHash }),
} as const;
