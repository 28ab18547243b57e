/** Events of a membership. None says whom: that stands in the call. */

import { row } from '@taonet/codec';

export const events = {
  MemberAdded: row(0),
  MemberRemoved: row(1),
  MembersSwapped: row(2),
  MembersReset: row(3),
  KeyChanged: row(4),
  Dummy: row(5),
} as const;
