/** Proxy: calls. */

import { bool, callDecl, compactU32, option, spelled, u16 } from '@taonet/codec';
import { accountIdLookupOfT } from '../types/address.ts';
import { boxedRuntimeCall } from '../types/nested.ts';
import { tProxyType } from '../types/proxy.ts';
import { blockNumberForT, callHashOfT, compactBlockNumberForT } from '../types/spelled.ts';

export const calls = {
  proxy: callDecl(0, { real: accountIdLookupOfT, force_proxy_type: option(tProxyType), call: boxedRuntimeCall }),
  add_proxy: callDecl(1, { delegate: accountIdLookupOfT, proxy_type: tProxyType, delay: blockNumberForT }),
  remove_proxy: callDecl(2, { delegate: accountIdLookupOfT, proxy_type: tProxyType, delay: blockNumberForT }),
  remove_proxies: callDecl(3, {}),
  create_pure: callDecl(4, { proxy_type: tProxyType, delay: blockNumberForT, index: u16 }),
  kill_pure: callDecl(5, {
    spawner: accountIdLookupOfT,
    proxy_type: tProxyType,
    index: u16,
    height: compactBlockNumberForT,
    ext_index: spelled(compactU32, 'u32'),
  }),
  announce: callDecl(6, { real: accountIdLookupOfT, call_hash: callHashOfT }),
  remove_announcement: callDecl(7, { real: accountIdLookupOfT, call_hash: callHashOfT }),
  reject_announcement: callDecl(8, { delegate: accountIdLookupOfT, call_hash: callHashOfT }),
  proxy_announced: callDecl(9, {
    delegate: accountIdLookupOfT,
    real: accountIdLookupOfT,
    force_proxy_type: option(tProxyType),
    call: boxedRuntimeCall,
  }),
  poke_deposit: callDecl(10, {}),
  set_real_pays_fee: callDecl(11, { delegate: accountIdLookupOfT, pays_fee: bool }),
} as const;
