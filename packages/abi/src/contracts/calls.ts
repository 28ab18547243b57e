/** Contracts: calls. */

import { bytes, callDecl, compactU64, option, spelled } from '@taonet/codec';
import { accountIdLookupOfT } from '../types/address.ts';
import { determinism } from '../types/contracts.ts';
import { codeHashT, compactBalanceOfT, compactOldWeight } from '../types/spelled.ts';
import { weight } from '../types/weight.ts';

export const calls = {
  call_old_weight: callDecl(0, {
    dest: accountIdLookupOfT,
    value: compactBalanceOfT,
    gas_limit: compactOldWeight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    data: bytes,
  }),
  instantiate_with_code_old_weight: callDecl(1, {
    value: compactBalanceOfT,
    gas_limit: compactOldWeight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    code: bytes,
    data: bytes,
    salt: bytes,
  }),
  instantiate_old_weight: callDecl(2, {
    value: compactBalanceOfT,
    gas_limit: compactOldWeight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    code_hash: codeHashT,
    data: bytes,
    salt: bytes,
  }),
  upload_code: callDecl(3, {
    code: bytes,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    determinism: determinism,
  }),
  remove_code: callDecl(4, { code_hash: codeHashT }),
  set_code: callDecl(5, { dest: accountIdLookupOfT, code_hash: codeHashT }),
  call: callDecl(6, {
    dest: accountIdLookupOfT,
    value: compactBalanceOfT,
    gas_limit: weight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    data: bytes,
  }),
  instantiate_with_code: callDecl(7, {
    value: compactBalanceOfT,
    gas_limit: weight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    code: bytes,
    data: bytes,
    salt: bytes,
  }),
  instantiate: callDecl(8, {
    value: compactBalanceOfT,
    gas_limit: weight,
    storage_deposit_limit: option(spelled(compactU64, '<BalanceOf<T> as codec::HasCompact>::Type')),
    code_hash: codeHashT,
    data: bytes,
    salt: bytes,
  }),
  migrate: callDecl(9, { weight_limit: weight }),
} as const;
