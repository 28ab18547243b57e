/** Runtime API AccountNonceApi. */

import { accountId, apiMethod, type ApiDecl, u32 } from '@taonet/codec';

export const accountNonceApi = {
  name: 'AccountNonceApi',
  id: 'bc9d89904f5b923f',
  version: 1,
  methods: {
    account_nonce: apiMethod({ account: accountId }, u32),
  },
} as const satisfies ApiDecl;
