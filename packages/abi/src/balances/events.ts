/** Balances: events. */

import { row, spelled } from '@taonet/codec';
import { balanceStatus } from '../types/balances.ts';
import { tAccountId, tBalance } from '../types/spelled.ts';

export const events = {
  Endowed: row(0, { account: tAccountId, free_balance: tBalance }),
  DustLost: row(1, { account: tAccountId, amount: tBalance }),
  Transfer: row(2, { from: tAccountId, to: tAccountId, amount: tBalance }),
  BalanceSet: row(3, { who: tAccountId, free: tBalance }),
  Reserved: row(4, { who: tAccountId, amount: tBalance }),
  Unreserved: row(5, { who: tAccountId, amount: tBalance }),
  ReserveRepatriated: row(6, { from: tAccountId, to: tAccountId, amount: tBalance, destination_status: spelled(balanceStatus, 'Status') }),
  Deposit: row(7, { who: tAccountId, amount: tBalance }),
  Withdraw: row(8, { who: tAccountId, amount: tBalance }),
  Slashed: row(9, { who: tAccountId, amount: tBalance }),
  Minted: row(10, { who: tAccountId, amount: tBalance }),
  Burned: row(11, { who: tAccountId, amount: tBalance }),
  Suspended: row(12, { who: tAccountId, amount: tBalance }),
  Restored: row(13, { who: tAccountId, amount: tBalance }),
  Upgraded: row(14, { who: tAccountId }),
  Issued: row(15, { amount: tBalance }),
  Rescinded: row(16, { amount: tBalance }),
  Locked: row(17, { who: tAccountId, amount: tBalance }),
  Unlocked: row(18, { who: tAccountId, amount: tBalance }),
  Frozen: row(19, { who: tAccountId, amount: tBalance }),
  Thawed: row(20, { who: tAccountId, amount: tBalance }),
  TotalIssuanceForced: row(21, { old: tBalance, new: tBalance }),
} as const;
