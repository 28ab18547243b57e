/** Runtime API ConvertTransactionRuntimeApi. */

import { apiMethod, type ApiDecl } from '@taonet/codec';
import { selfContainedExtrinsic } from '../types/block.ts';
import { transactionV3 } from '../types/ethereum.ts';

export const convertTransactionApi = {
  name: 'ConvertTransactionRuntimeApi',
  id: 'e65b00e46cedd0aa',
  version: 2,
  methods: {
    convert_transaction: apiMethod({ transaction: transactionV3 }, selfContainedExtrinsic),
  },
} as const satisfies ApiDecl;
