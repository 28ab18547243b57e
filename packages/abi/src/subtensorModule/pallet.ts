/** Pallet SubtensorModule. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
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
} as const satisfies PalletDecl;
