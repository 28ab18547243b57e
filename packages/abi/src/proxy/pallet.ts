/** Pallet Proxy. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const proxy = {
  name: 'Proxy',
  index: 16,
  path: 'pallet_subtensor_proxy::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
