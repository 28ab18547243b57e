/** Answers about stake. */

import { accountId, bool, compactU64, param, struct, type ValueOf } from '@taonet/codec';
import { compactAlphaBalance, compactNetUid, compactTaoBalance, genericAccountId } from './spelled.ts';

/** `pallet_subtensor::rpc_info::stake_info::StakeInfo` */
export const stakeInfo = struct('pallet_subtensor::rpc_info::stake_info::StakeInfo', {
  hotkey: genericAccountId,
  coldkey: genericAccountId,
  netuid: compactNetUid,
  stake: compactAlphaBalance,
  locked: compactU64,
  emission: compactAlphaBalance,
  tao_emission: compactTaoBalance,
  drain: compactU64,
  is_registered: bool,
}, [param('AccountId', accountId)]);
export type StakeInfo = ValueOf<typeof stakeInfo>;

/** `pallet_subtensor::rpc_info::stake_info::StakeAvailability` */
export const stakeAvailability = struct('pallet_subtensor::rpc_info::stake_info::StakeAvailability', {
  total: compactAlphaBalance,
  locked: compactAlphaBalance,
  available: compactAlphaBalance,
});
export type StakeAvailability = ValueOf<typeof stakeAvailability>;
