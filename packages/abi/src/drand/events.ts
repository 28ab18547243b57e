/** Drand: events. */

import { row, spelled, u64, vec } from '@taonet/codec';

export const events = {
  BeaconConfigChanged: row(0),
  NewPulse: row(1, { rounds: vec(spelled(u64, 'RoundNumber')) }),
  SetOldestStoredRound: row(2, [u64]),
} as const;
