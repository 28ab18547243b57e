/** SafeMode: calls. */

import { callDecl } from '@taonet/codec';
import { blockNumberForT, tAccountId } from '../types/spelled.ts';

export const calls = {
  enter: callDecl(0, {}),
  force_enter: callDecl(1, {}),
  extend: callDecl(2, {}),
  force_extend: callDecl(3, {}),
  force_exit: callDecl(4, {}),
  force_slash_deposit: callDecl(5, { account: tAccountId, block: blockNumberForT }),
  release_deposit: callDecl(6, { account: tAccountId, block: blockNumberForT }),
  force_release_deposit: callDecl(7, { account: tAccountId, block: blockNumberForT }),
} as const;
