/** Runtime API EthereumRuntimeRPCApi. */

import { apiMethod, bool, bytes, h160, h256, header, option, result, tuple, type ApiDecl, u256, u64, unit, vec } from '@taonet/codec';
import { permill } from '../types/arithmetic.ts';
import { selfContainedExtrinsic } from '../types/block.ts';
import { dispatchError } from '../types/dispatch.ts';
import { authorizationListItem, ethereumBlock, receiptV4, transactionStatus, transactionV3 } from '../types/ethereum.ts';
import { evmAccountBasic, executionInfoV2 } from '../types/evmApi.ts';

export const ethereumRuntimeRPCApi = {
  name: 'EthereumRuntimeRPCApi',
  id: '582211f65bb14b89',
  version: 6,
  methods: {
    chain_id: apiMethod({}, u64),
    account_basic: apiMethod({ address: h160 }, evmAccountBasic),
    gas_price: apiMethod({}, u256),
    account_code_at: apiMethod({ address: h160 }, bytes),
    author: apiMethod({}, h160),
    storage_at: apiMethod({ address: h160, index: u256 }, h256),
    call: apiMethod({
      from: h160,
      to: h160,
      data: bytes,
      value: u256,
      gas_limit: u256,
      max_fee_per_gas: option(u256),
      max_priority_fee_per_gas: option(u256),
      nonce: option(u256),
      estimate: bool,
      access_list: option(vec(tuple(h160, vec(h256)))),
      authorization_list: option(vec(authorizationListItem)),
    }, result(executionInfoV2(bytes), dispatchError)),
    create: apiMethod({
      from: h160,
      data: bytes,
      value: u256,
      gas_limit: u256,
      max_fee_per_gas: option(u256),
      max_priority_fee_per_gas: option(u256),
      nonce: option(u256),
      estimate: bool,
      access_list: option(vec(tuple(h160, vec(h256)))),
      authorization_list: option(vec(authorizationListItem)),
    }, result(executionInfoV2(h160), dispatchError)),
    current_block: apiMethod({}, option(ethereumBlock)),
    current_receipts: apiMethod({}, option(vec(receiptV4))),
    current_transaction_statuses: apiMethod({}, option(vec(transactionStatus))),
    current_all: apiMethod({}, tuple(option(ethereumBlock), option(vec(receiptV4)), option(vec(transactionStatus)))),
    extrinsic_filter: apiMethod({ xts: vec(selfContainedExtrinsic) }, vec(transactionV3)),
    elasticity: apiMethod({}, option(permill)),
    gas_limit_multiplier_support: apiMethod({}, unit),
    pending_block: apiMethod({ xts: vec(selfContainedExtrinsic) }, tuple(option(ethereumBlock), option(vec(transactionStatus)))),
    initialize_pending_block: apiMethod({ header }, unit),
  },
} as const satisfies ApiDecl;
