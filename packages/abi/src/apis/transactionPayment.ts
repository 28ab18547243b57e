/** Runtime API TransactionPaymentApi. */

import { apiMethod, type ApiDecl, u32, u64 } from '@taonet/codec';
import { selfContainedExtrinsic } from '../types/block.ts';
import { feeDetails, runtimeDispatchInfo } from '../types/transactionPayment.ts';
import { weight } from '../types/weight.ts';

export const transactionPaymentApi = {
  name: 'TransactionPaymentApi',
  id: '37c8bb1350a9a2a8',
  version: 4,
  methods: {
    query_info: apiMethod({ uxt: selfContainedExtrinsic, len: u32 }, runtimeDispatchInfo),
    query_fee_details: apiMethod({ uxt: selfContainedExtrinsic, len: u32 }, feeDetails),
    query_weight_to_fee: apiMethod({ weight }, u64),
    query_length_to_fee: apiMethod({ length: u32 }, u64),
  },
} as const satisfies ApiDecl;
