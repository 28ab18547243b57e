/** Pallet Drand. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const drand = {
  name: 'Drand',
  index: 26,
  path: 'pallet_drand::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
