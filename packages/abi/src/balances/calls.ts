/** Balances: calls. */

import { bool, callDecl, vec } from '@taonet/codec';
import { accountIdLookupOfT } from '../types/address.ts';
import { adjustmentDirection } from '../types/balances.ts';
import { compactTBalance, tAccountId, tBalance } from '../types/spelled.ts';

export const calls = {
  transfer_allow_death: callDecl(0, { dest: accountIdLookupOfT, value: compactTBalance }),
  force_transfer: callDecl(2, { source: accountIdLookupOfT, dest: accountIdLookupOfT, value: compactTBalance }),
  transfer_keep_alive: callDecl(3, { dest: accountIdLookupOfT, value: compactTBalance }),
  transfer_all: callDecl(4, { dest: accountIdLookupOfT, keep_alive: bool }),
  force_unreserve: callDecl(5, { who: accountIdLookupOfT, amount: tBalance }),
  upgrade_accounts: callDecl(6, { who: vec(tAccountId) }),
  force_set_balance: callDecl(8, { who: accountIdLookupOfT, new_free: compactTBalance }),
  force_adjust_total_issuance: callDecl(9, { direction: adjustmentDirection, delta: compactTBalance }),
  burn: callDecl(10, { value: compactTBalance, keep_alive: bool }),
} as const;
