/** Runtime API ProxyFilterRuntimeApi. */

import { apiMethod, option, type ApiDecl, u8, vec } from '@taonet/codec';
import { proxyTypeInfo } from '../types/proxy.ts';
import { proxyFilterInfo } from '../types/proxyFilter.ts';

export const proxyFilterApi = {
  name: 'ProxyFilterRuntimeApi',
  id: 'c0de4984d112f3b4',
  version: 1,
  methods: {
    get_proxy_types: apiMethod({}, vec(proxyTypeInfo)),
    get_proxy_filter: apiMethod({ proxy_type: option(u8) }, vec(proxyFilterInfo)),
  },
} as const satisfies ApiDecl;
