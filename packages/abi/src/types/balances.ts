/** Account data, locks, holds and reserves of Balances. */

import { fixedBytes, param, plainEnum, row, spelled, struct, type Codec, type ValueOf, u128, u64, variant, wrapped } from '@taonet/codec';
import { genericBalance } from './spelled.ts';

/** `pallet_balances::types::ExtraFlags` */
export const extraFlags = wrapped('pallet_balances::types::ExtraFlags', u128);
export type ExtraFlags = ValueOf<typeof extraFlags>;

/** `pallet_balances::types::AccountData` */
export const accountData = struct('pallet_balances::types::AccountData', {
  free: genericBalance,
  reserved: genericBalance,
  frozen: genericBalance,
  flags: extraFlags,
}, [param('Balance', u64)]);
export type AccountData = ValueOf<typeof accountData>;

/** `pallet_balances::types::Reasons` */
export const lockReasons = plainEnum('pallet_balances::types::Reasons', { Fee: 0, Misc: 1, All: 2 });
export type LockReasons = ValueOf<typeof lockReasons>;

/** `pallet_balances::types::BalanceLock` */
export const balanceLock = struct('pallet_balances::types::BalanceLock', {
  id: spelled(fixedBytes(8), 'LockIdentifier'),
  amount: genericBalance,
  reasons: lockReasons,
}, [param('Balance', u64)]);
export type BalanceLock = ValueOf<typeof balanceLock>;

/** `pallet_balances::types::ReserveData` */
export const reserveData = struct('pallet_balances::types::ReserveData', {
  id: spelled(fixedBytes(8), 'ReserveIdentifier'),
  amount: genericBalance,
}, [param('ReserveIdentifier', fixedBytes(8)), param('Balance', u64)]);
export type ReserveData = ValueOf<typeof reserveData>;

/** `pallet_contracts::pallet::HoldReason` */
export const contractsHoldReason = plainEnum('pallet_contracts::pallet::HoldReason', {
  CodeUploadDepositReserve: 0,
  StorageDepositReserve: 1,
});
export type ContractsHoldReason = ValueOf<typeof contractsHoldReason>;

/** `pallet_preimage::pallet::HoldReason` */
export const preimageHoldReason = plainEnum('pallet_preimage::pallet::HoldReason', { Preimage: 0 });
export type PreimageHoldReason = ValueOf<typeof preimageHoldReason>;

/** `pallet_safe_mode::pallet::HoldReason` */
export const safeModeHoldReason = plainEnum('pallet_safe_mode::pallet::HoldReason', { EnterOrExtend: 0 });
export type SafeModeHoldReason = ValueOf<typeof safeModeHoldReason>;

/** `node_subtensor_runtime::RuntimeHoldReason` */
export const runtimeHoldReason = variant('node_subtensor_runtime::RuntimeHoldReason', {
  Preimage: row(14, [spelled(preimageHoldReason, 'pallet_preimage::HoldReason')]),
  SafeMode: row(20, [spelled(safeModeHoldReason, 'pallet_safe_mode::HoldReason')]),
  Contracts: row(29, [spelled(contractsHoldReason, 'pallet_contracts::HoldReason')]),
});
export type RuntimeHoldReason = ValueOf<typeof runtimeHoldReason>;

/** `node_subtensor_runtime::RuntimeFreezeReason` */
export const runtimeFreezeReason = variant('node_subtensor_runtime::RuntimeFreezeReason', {});
export type RuntimeFreezeReason = ValueOf<typeof runtimeFreezeReason>;

/** `pallet_balances::types::AdjustmentDirection` */
export const adjustmentDirection = plainEnum('pallet_balances::types::AdjustmentDirection', { Increase: 0, Decrease: 1 });
export type AdjustmentDirection = ValueOf<typeof adjustmentDirection>;

/** `frame_support::traits::tokens::misc::BalanceStatus` */
export const balanceStatus = plainEnum('frame_support::traits::tokens::misc::BalanceStatus', { Free: 0, Reserved: 1 });
export type BalanceStatus = ValueOf<typeof balanceStatus>;

/** An amount held or frozen for the reason `id`. */
export const idAmount = <T>(id: Codec<T>) =>
  struct('frame_support::traits::tokens::misc::IdAmount', {
    id: spelled(id, 'Id'),
    amount: spelled(u64, 'Balance'),
  }, [param('Id', id), param('Balance', u64)]);
