/** EVM: calls. */

import { bool, bytes, callDecl, h160, h256, option, tuple, u256, u64, vec } from '@taonet/codec';
import { authorizationList } from '../types/ethereum.ts';
import { balanceOfT } from '../types/spelled.ts';

export const calls = {
  withdraw: callDecl(0, { address: h160, value: balanceOfT }),
  call: callDecl(1, {
    source: h160,
    target: h160,
    input: bytes,
    value: u256,
    gas_limit: u64,
    max_fee_per_gas: u256,
    max_priority_fee_per_gas: option(u256),
    nonce: option(u256),
    access_list: vec(tuple(h160, vec(h256))),
    authorization_list: authorizationList,
  }),
  create: callDecl(2, {
    source: h160,
    init: bytes,
    value: u256,
    gas_limit: u64,
    max_fee_per_gas: u256,
    max_priority_fee_per_gas: option(u256),
    nonce: option(u256),
    access_list: vec(tuple(h160, vec(h256))),
    authorization_list: authorizationList,
  }),
  create2: callDecl(3, {
    source: h160,
    init: bytes,
    salt: h256,
    value: u256,
    gas_limit: u64,
    max_fee_per_gas: u256,
    max_priority_fee_per_gas: option(u256),
    nonce: option(u256),
    access_list: vec(tuple(h160, vec(h256))),
    authorization_list: authorizationList,
  }),
  set_whitelist: callDecl(4, { new: vec(h160) }),
  disable_whitelist: callDecl(5, { disabled: bool }),
} as const;
