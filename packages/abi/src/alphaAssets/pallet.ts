/** Pallet AlphaAssets. */

import type { PalletDecl } from '@taonet/codec';
import { calls } from './calls.ts';
import { constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { storage } from './storage.ts';

export const alphaAssets = {
  name: 'AlphaAssets',
  index: 31,
  path: 'None',
  storage,
  calls,
  events,
  errors,
  constants,
} as const satisfies PalletDecl;
