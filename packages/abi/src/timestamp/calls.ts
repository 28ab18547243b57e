/** Timestamp: calls. */

import { callDecl, compactU64, spelled } from '@taonet/codec';

export const calls = {
  set: callDecl(0, { now: spelled(compactU64, 'T::Moment') }),
} as const;
