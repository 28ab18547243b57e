/** Grandpa: events. */

import { row, spelled, tuple, u64, vec } from '@taonet/codec';
import { grandpaPublic } from '../types/consensus.ts';

export const events = {
  NewAuthorities: row(0, { authority_set: spelled(vec(tuple(grandpaPublic, u64)), 'AuthorityList') }),
  Paused: row(1),
  Resumed: row(2),
} as const;
