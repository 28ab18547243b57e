/** Sudo: calls. */

import { callDecl } from '@taonet/codec';
import { accountIdLookupOfT } from '../types/address.ts';
import { boxedRuntimeCall } from '../types/nested.ts';
import { weight } from '../types/weight.ts';

export const calls = {
  sudo: callDecl(0, { call: boxedRuntimeCall }),
  sudo_unchecked_weight: callDecl(1, { call: boxedRuntimeCall, weight }),
  set_key: callDecl(2, { new: accountIdLookupOfT }),
  sudo_as: callDecl(3, { who: accountIdLookupOfT, call: boxedRuntimeCall }),
  remove_key: callDecl(4, {}),
} as const;
