/** Pallet Utility. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const utility = {
  name: 'Utility',
  index: 11,
  path: 'pallet_subtensor_utility::pallet',
  generics: { events: [] },
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
