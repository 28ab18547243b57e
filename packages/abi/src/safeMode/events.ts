/** SafeMode: events. */

import { row } from '@taonet/codec';
import { safeModeExitReason } from '../types/safeMode.ts';
import { balanceOfT, blockNumberForT, tAccountId } from '../types/spelled.ts';

export const events = {
  Entered: row(0, { until: blockNumberForT }),
  Extended: row(1, { until: blockNumberForT }),
  Exited: row(2, { reason: safeModeExitReason }),
  DepositPlaced: row(3, { account: tAccountId, amount: balanceOfT }),
  DepositReleased: row(4, { account: tAccountId, amount: balanceOfT }),
  DepositSlashed: row(5, { account: tAccountId, amount: balanceOfT }),
  CannotDeposit: row(6),
  CannotRelease: row(7),
} as const;
