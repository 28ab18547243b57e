/** Aura: storage items. */

import { boundedVec, item } from '@taonet/codec';
import { auraPublic, slot } from '../types/consensus.ts';

export const storage = {
  Authorities: item(boundedVec(auraPublic, 32), []),
  CurrentSlot: item(slot, 0n),
} as const;
