/** Proxy: events. */

import { bool, row, u16 } from '@taonet/codec';
import { dispatchResult } from '../types/dispatch.ts';
import { depositKind, tProxyType } from '../types/proxy.ts';
import { balanceOfT, blockNumberForT, callHashOfT, tAccountId } from '../types/spelled.ts';

export const events = {
  ProxyExecuted: row(0, { result: dispatchResult }),
  PureCreated: row(1, { pure: tAccountId, who: tAccountId, proxy_type: tProxyType, disambiguation_index: u16 }),
  PureKilled: row(2, { pure: tAccountId, spawner: tAccountId, proxy_type: tProxyType, disambiguation_index: u16 }),
  Announced: row(3, { real: tAccountId, proxy: tAccountId, call_hash: callHashOfT }),
  ProxyAdded: row(4, { delegator: tAccountId, delegatee: tAccountId, proxy_type: tProxyType, delay: blockNumberForT }),
  ProxyRemoved: row(5, { delegator: tAccountId, delegatee: tAccountId, proxy_type: tProxyType, delay: blockNumberForT }),
  DepositPoked: row(6, { who: tAccountId, kind: depositKind, old_deposit: balanceOfT, new_deposit: balanceOfT }),
  RealPaysFeeSet: row(7, { real: tAccountId, delegate: tAccountId, pays_fee: bool }),
} as const;
