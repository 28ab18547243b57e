/** Sudo: events. */

import { option, row } from '@taonet/codec';
import { dispatchResult } from '../types/dispatch.ts';
import { tAccountId } from '../types/spelled.ts';

export const events = {
  Sudid: row(0, { sudo_result: dispatchResult }),
  KeyChanged: row(1, { old: option(tAccountId), new: tAccountId }),
  KeyRemoved: row(2),
  SudoAsDone: row(3, { sudo_result: dispatchResult }),
} as const;
