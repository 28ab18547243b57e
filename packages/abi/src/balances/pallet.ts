/** Pallet Balances. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const balances = {
  name: 'Balances',
  index: 5,
  path: 'pallet_balances::pallet',
  generics: { calls: ['T', 'I'], events: ['T', 'I'], errors: ['T', 'I'] },
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
