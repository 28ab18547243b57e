/** MevShield: events. */

import { row, u32, u64 } from '@taonet/codec';
import { dispatchError } from '../types/dispatch.ts';
import { tAccountId, tHash } from '../types/spelled.ts';

export const events = {
  EncryptedSubmitted: row(0, { id: tHash, who: tAccountId }),
  ExtrinsicStored: row(1, { index: u32, who: tAccountId }),
  ExtrinsicDecodeFailed: row(2, { index: u32 }),
  ExtrinsicDispatchFailed: row(3, { index: u32, error: dispatchError }),
  ExtrinsicDispatched: row(4, { index: u32 }),
  ExtrinsicExpired: row(5, { index: u32 }),
  ExtrinsicPostponed: row(6, { index: u32 }),
  MaxPendingExtrinsicsNumberSet: row(7, { value: u32 }),
  OnInitializeWeightSet: row(8, { value: u64 }),
  ExtrinsicLifetimeSet: row(9, { value: u32 }),
  MaxExtrinsicWeightSet: row(10, { value: u64 }),
  ExtrinsicWeightExceeded: row(11, { index: u32 }),
} as const;
