/** Pallet BaseFee. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const baseFee = {
  name: 'BaseFee',
  index: 25,
  path: 'pallet_base_fee::pallet',
  generics: { events: [] },
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
