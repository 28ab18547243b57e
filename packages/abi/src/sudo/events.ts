/** Sudo: events. */

import { accountId, option, result, row, unit } from '@taonet/codec';
import { dispatchError, dispatchResult } from '../types/dispatch.ts';
import { tAccountId } from '../types/spelled.ts';

export const events = {
  Sudid: row(0, { sudo_result: dispatchResult }),
  KeyChanged: row(1, { old: option(tAccountId), new: tAccountId }),
  KeyRemoved: row(2),
  SudoAsDone: row(3, { sudo_result: dispatchResult }),
} as const;
