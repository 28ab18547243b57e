/** Runtime API DelegateInfoRuntimeApi. */

import { accountId, apiMethod, compactU16, compactU64, option, tuple, type ApiDecl, vec } from '@taonet/codec';
import { delegateInfo } from '../types/delegateInfo.ts';

export const delegateInfoApi = {
  name: 'DelegateInfoRuntimeApi',
  id: '42e62be4a39e5b60',
  version: 1,
  methods: {
    get_delegates: apiMethod({}, vec(delegateInfo)),
    get_delegate: apiMethod({ delegate_account: accountId }, option(delegateInfo)),
    get_delegated: apiMethod({ delegatee_account: accountId }, vec(tuple(delegateInfo, tuple(compactU16, compactU64)))),
  },
} as const satisfies ApiDecl;
