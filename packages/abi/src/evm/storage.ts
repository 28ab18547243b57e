/** EVM: storage items. */

import { blake2Concat, bool, bytes, h160, h256, item, map, optionalMap, vec } from '@taonet/codec';
import { codeMetadata } from '../types/evm.ts';
import { ZERO_32 } from '../types/zero.ts';

export const storage = {
  AccountCodes: map([blake2Concat(h160)], bytes, new Uint8Array()),
  AccountCodesMetadata: optionalMap([blake2Concat(h160)], codeMetadata),
  AccountStorages: map([blake2Concat(h160), blake2Concat(h256)], h256, ZERO_32),
  WhitelistedCreators: item(vec(h160), []),
  DisableWhitelistCheck: item(bool, false),
} as const;
