/** Utility: events. */

import { row, u32 } from '@taonet/codec';
import { dispatchError, dispatchResult } from '../types/dispatch.ts';

export const events = {
  BatchInterrupted: row(0, { index: u32, error: dispatchError }),
  BatchCompleted: row(1),
  BatchCompletedWithErrors: row(2),
  ItemCompleted: row(3),
  ItemFailed: row(4, { error: dispatchError }),
  DispatchedAs: row(5, { result: dispatchResult }),
  IfElseMainSuccess: row(6),
  IfElseFallbackCalled: row(7, { main_error: dispatchError }),
} as const;
