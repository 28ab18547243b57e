/** Pallet Swap. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { errorsOfConcentrated, eventsOfConcentrated } from './concentrated.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const swap = {
  name: 'Swap',
  index: 28,
  path: 'pallet_subtensor_swap::pallet::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
  extended: { events: Object.keys(eventsOfConcentrated), errors: Object.keys(errorsOfConcentrated) },
} as const satisfies PalletDecl;
