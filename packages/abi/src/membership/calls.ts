/** Calls of a membership. */

import { callDecl, vec } from '@taonet/codec';
import { accountIdLookupOfT } from '../types/address.ts';
import { tAccountId } from '../types/spelled.ts';

export const calls = {
  add_member: callDecl(0, { who: accountIdLookupOfT }),
  remove_member: callDecl(1, { who: accountIdLookupOfT }),
  swap_member: callDecl(2, { remove: accountIdLookupOfT, add: accountIdLookupOfT }),
  reset_members: callDecl(3, { members: vec(tAccountId) }),
  change_key: callDecl(4, { new: accountIdLookupOfT }),
  set_prime: callDecl(5, { who: accountIdLookupOfT }),
  clear_prime: callDecl(6, {}),
} as const;
