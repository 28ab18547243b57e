/** Runtime API TransactionPaymentCallApi. */

import { apiMethod, type ApiDecl, u32, u64 } from '@taonet/codec';
import { nestedCall } from '../types/nested.ts';
import { feeDetails, runtimeDispatchInfo } from '../types/transactionPayment.ts';
import { weight } from '../types/weight.ts';

export const transactionPaymentCallApi = {
  name: 'TransactionPaymentCallApi',
  id: 'f3ff14d5ab527059',
  version: 3,
  methods: {
    query_call_info: apiMethod({ call: nestedCall, len: u32 }, runtimeDispatchInfo),
    query_call_fee_details: apiMethod({ call: nestedCall, len: u32 }, feeDetails),
    query_weight_to_fee: apiMethod({ weight }, u64),
    query_length_to_fee: apiMethod({ length: u32 }, u64),
  },
} as const satisfies ApiDecl;
