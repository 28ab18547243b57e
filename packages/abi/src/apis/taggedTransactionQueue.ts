/** Runtime API TaggedTransactionQueue. */

import { apiMethod, h256, result, type ApiDecl } from '@taonet/codec';
import { selfContainedExtrinsic } from '../types/block.ts';
import { transactionSource, transactionValidityError, validTransaction } from '../types/validity.ts';

export const taggedTransactionQueueApi = {
  name: 'TaggedTransactionQueue',
  id: 'd2bc9897eed08f15',
  version: 3,
  methods: {
    validate_transaction: apiMethod({
      source: transactionSource,
      tx: selfContainedExtrinsic,
      block_hash: h256,
    }, result(validTransaction, transactionValidityError)),
  },
} as const satisfies ApiDecl;
