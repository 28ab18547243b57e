/** Balances: storage items. */

import { accountId, blake2Concat, boundedVec, item, map, u64, weakBoundedVec } from '@taonet/codec';
import { accountData, balanceLock, idAmount, reserveData, runtimeFreezeReason, runtimeHoldReason } from '../types/balances.ts';

export const storage = {
  TotalIssuance: item(u64, 0n),
  InactiveIssuance: item(u64, 0n),
  Account: map([blake2Concat(accountId)], accountData, {
    free: 0n,
    reserved: 0n,
    frozen: 0n,
    flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n,
  }),
  Locks: map([blake2Concat(accountId)], weakBoundedVec(balanceLock), []),
  Reserves: map([blake2Concat(accountId)], boundedVec(reserveData, 50), []),
  Holds: map([blake2Concat(accountId)], boundedVec(idAmount(runtimeHoldReason), 4), []),
  Freezes: map([blake2Concat(accountId)], boundedVec(idAmount(runtimeFreezeReason), 50), []),
} as const;
