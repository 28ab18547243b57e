/** Runtime API AuraApi. */

import { apiMethod, type ApiDecl, vec } from '@taonet/codec';
import { auraPublic, slotDuration } from '../types/consensus.ts';

export const auraApi = {
  name: 'AuraApi',
  id: 'dd718d5cc53262d4',
  version: 1,
  methods: {
    slot_duration: apiMethod({}, slotDuration),
    authorities: apiMethod({}, vec(auraPublic)),
  },
} as const satisfies ApiDecl;
