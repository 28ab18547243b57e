/** Pallet Grandpa. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const grandpa = {
  name: 'Grandpa',
  index: 4,
  path: 'pallet_grandpa::pallet',
  generics: { events: [] },
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
