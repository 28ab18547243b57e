/** Answers about delegates. */

import { accountId, compactU16, compactU64, param, struct, tuple, type ValueOf, vec } from '@taonet/codec';
import { compactNetUid, genericAccountId } from './spelled.ts';

/** `pallet_subtensor::rpc_info::delegate_info::DelegateInfo` */
export const delegateInfo = struct('pallet_subtensor::rpc_info::delegate_info::DelegateInfo', {
  delegate_ss58: genericAccountId,
  take: compactU16,
  nominators: vec(tuple(genericAccountId, vec(tuple(compactNetUid, compactU64)))),
  owner_ss58: genericAccountId,
  registrations: vec(compactNetUid),
  validator_permits: vec(compactNetUid),
  return_per_1000: compactU64,
  total_daily_return: compactU64,
}, [param('AccountId', accountId)]);
export type DelegateInfo = ValueOf<typeof delegateInfo>;
