/** System: events. */

import { bool, row } from '@taonet/codec';
import { dispatchError } from '../types/dispatch.ts';
import { tAccountId, tHash } from '../types/spelled.ts';
import { dispatchEventInfo } from '../types/system.ts';

export const events = {
  ExtrinsicSuccess: row(0, { dispatch_info: dispatchEventInfo }),
  ExtrinsicFailed: row(1, { dispatch_error: dispatchError, dispatch_info: dispatchEventInfo }),
  CodeUpdated: row(2),
  NewAccount: row(3, { account: tAccountId }),
  KilledAccount: row(4, { account: tAccountId }),
  Remarked: row(5, { sender: tAccountId, hash: tHash }),
  UpgradeAuthorized: row(6, { code_hash: tHash, check_version: bool }),
  RejectedInvalidAuthorizedUpgrade: row(7, { code_hash: tHash, error: dispatchError }),
} as const;
