/** Pallet Triumvirate: a collective that proposes, in extended builds only. Its fork of pallet-collective lets the senate vote. */

import { inExtended, type PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const triumvirate = {
  name: 'Triumvirate',
  index: 8,
  path: 'pallet_collective::pallet',
  generics: { calls: ['T', 'I'], events: ['T', 'I'], errors: ['T', 'I'] },
  storage,
  calls,
  events,
  errors,
  constants,
  onlyIn: inExtended,
} as const satisfies PalletDecl;
