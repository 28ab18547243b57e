/** What the runtime's code uses of the two memberships: storage, errors, events. */

import { senateMembers, triumvirateMembers } from '@taonet/abi';
import { bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Who sits in the triumvirate. */
export const triumvirateSeats = {
  S: bindStorage(triumvirateMembers),
  E: bindErrors(triumvirateMembers),
  Ev: bindEvents(triumvirateMembers),
  /** source: runtime/src/lib.rs, CouncilMaxMembers @ 1b0c63a */
  seatsMax: 3,
} as const;

/** Who sits in the senate: hotkeys. */
export const senate = {
  S: bindStorage(senateMembers),
  E: bindErrors(senateMembers),
  Ev: bindEvents(senateMembers),
  /** source: runtime/src/lib.rs, SenateMaxMembers @ 1b0c63a */
  seatsMax: 12,
} as const;

/** One of them. */
export type Seats = typeof triumvirateSeats | typeof senate;
