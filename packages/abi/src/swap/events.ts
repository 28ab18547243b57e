/** Swap: events. */

import { row, u16 } from '@taonet/codec';
import { netUid } from '../types/spelled.ts';
import { eventsOfConcentrated } from './concentrated.ts';

export const events = {
  FeeRateSet: row(0, { netuid: netUid, rate: u16 }),
  ...eventsOfConcentrated,
} as const;
