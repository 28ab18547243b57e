/** Swap: events. */

import { row, u16 } from '@taonet/codec';
import { netUid } from '../types/spelled.ts';

export const events = {
  FeeRateSet: row(0, { netuid: netUid, rate: u16 }),
} as const;
