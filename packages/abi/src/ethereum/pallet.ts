/** Pallet Ethereum. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const ethereum = {
  name: 'Ethereum',
  index: 21,
  path: 'pallet_ethereum::pallet',
  generics: { events: [] },
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
