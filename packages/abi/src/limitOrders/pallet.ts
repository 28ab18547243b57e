/** Pallet LimitOrders. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const limitOrders = {
  name: 'LimitOrders',
  index: 32,
  path: 'pallet_limit_orders::pallet',
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
