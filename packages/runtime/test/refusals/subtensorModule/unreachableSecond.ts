/** Errors of SubtensorModule, numbers 74 to 146, that no call ends with. Commits are upstream's. */

import type { Unreachable } from '../provoke.ts';

export const unreachableSecond: Unreachable = {
  CallDisabled: 'no code raises it since d57ebd4a2 (2 September 2025), when the calls it disabled were removed',
  NotEnoughAlphaOutToRecycle: 'no code raises it since a9e6f8300 (18 March 2025): recycle_alpha says InsufficientLiquidity',
  UnableToRecoverPublicKey: 'guarded before: what ECDSA recovery gives (or InvalidIdentity) is a point of the curve, and such a point decompresses',
  LeaseNetuidNotFound: 'guarded before: the network registered a moment ago is owned by the lease\'s coldkey, which is looked for',
  UidMapCouldNotBeCleared: 'raised when clearing Uids of a subnet leaves a cursor; the limit of 2^32 − 1 removals is above the 65,536 uids there can be',
  AddStakeBurnRateLimitExceeded: 'no code raises it since fe524b19f (4 May 2026), which took the rate limit away',
  DisabledTemporarily: 'no code raises it since 2cce56e1d (1 April 2026), which opened swap_hotkey again',
  UnlockAmountTooHigh: 'no code raises it since 9217f81ac (12 May 2026): locks decay and there is no call to unlock',
};
