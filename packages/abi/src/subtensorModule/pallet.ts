/** Pallet SubtensorModule. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { errorsOfMay2025, eventsOfMay2025 } from './may2025.ts';
import { storage } from './storage.ts';

export const subtensorModule = {
  name: 'SubtensorModule',
  index: 7,
  path: 'pallet_subtensor::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
  extended: { events: Object.keys(eventsOfMay2025), errors: Object.keys(errorsOfMay2025) },
} as const satisfies PalletDecl;
