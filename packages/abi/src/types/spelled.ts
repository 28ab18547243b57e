/** Plain values under the names that upstream's pallets give them; metadata shows these names. */

import {
  accountId, boundedBytes, compactU16, compactU32, compactU64, cow, fixedBytes, h160, h256, spelled, str, tuple, u16, u32, u64, u8,
} from '@taonet/codec';

export const tAccountId = spelled(accountId, 'T::AccountId');
export const netUid = spelled(u16, 'NetUid');
export const genericAccountId = spelled(accountId, 'AccountId');
export const blockNumberForT = spelled(u32, 'BlockNumberFor<T>');
export const compactAlphaBalance = spelled(compactU64, 'Compact<AlphaBalance>');
export const compactTaoBalance = spelled(compactU64, 'Compact<TaoBalance>');
export const taoBalance = spelled(u64, 'TaoBalance');
export const balanceOfT = spelled(u64, 'BalanceOf<T>');
export const alphaBalance = spelled(u64, 'AlphaBalance');
export const tBalance = spelled(u64, 'T::Balance');
export const genericBalance = spelled(u64, 'Balance');
export const tHash = spelled(h256, 'T::Hash');
export const compactNetUid = spelled(compactU16, 'Compact<NetUid>');
export const compactBalanceOfT = spelled(compactU64, 'BalanceOf<T>');
export const taskName = spelled(fixedBytes(32), 'TaskName');
export const crowdloanId = spelled(u32, 'CrowdloanId');
export const taskAddressBlockNumberForT = spelled(tuple(u32, u32), 'TaskAddress<BlockNumberFor<T>>');
export const compactCrowdloanId = spelled(compactU32, 'CrowdloanId');
export const genericBlockNumber = spelled(u32, 'BlockNumber');
export const mechId = spelled(u8, 'MechId');
export const netUidStorageIndex = spelled(u16, 'NetUidStorageIndex');
export const compactTBalance = spelled(compactU64, 'T::Balance');
export const codeHashT = spelled(h256, 'CodeHash<T>');
export const cowStaticStr = spelled(cow(str), 'Cow<\'static, str>');
export const callHash = spelled(fixedBytes(32), 'CallHash');
export const schedulePriority = spelled(u8, 'schedule::Priority');
export const address = spelled(h160, 'Address');
export const schedulePeriodBlockNumberForT = spelled(tuple(u32, u32), 'schedule::Period<BlockNumberFor<T>>');
export const callHashOfT = spelled(h256, 'CallHashOf<T>');
export const boundedHash = spelled(boundedBytes(32), 'BoundedHash');
export const refCount = spelled(u32, 'RefCount');
export const leaseId = spelled(u32, 'LeaseId');
export const compactBlockNumberForT = spelled(compactU32, 'BlockNumberFor<T>');
export const compactOldWeight = spelled(compactU64, 'OldWeight');
