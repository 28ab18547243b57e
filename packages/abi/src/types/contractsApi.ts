/** What contract simulations answer. */

import {
  accountId, bytes, h256, option, param, plainEnum, row, spelled, struct, type Codec, type ValueOf, u64, variant, vec,
} from '@taonet/codec';
import { returnFlags } from './contracts.ts';
import { genericAccountId, genericBalance } from './spelled.ts';
import { eventRecord } from './system.ts';
import { weight } from './weight.ts';

/** `pallet_contracts::primitives::ExecReturnValue` */
export const execReturnValue = struct('pallet_contracts::primitives::ExecReturnValue', { flags: returnFlags, data: bytes });
export type ExecReturnValue = ValueOf<typeof execReturnValue>;

/** `pallet_contracts::primitives::StorageDeposit` */
export const storageDeposit = variant('pallet_contracts::primitives::StorageDeposit', {
  Refund: row(0, [genericBalance]),
  Charge: row(1, [genericBalance]),
}, [param('Balance', u64)]);
export type StorageDeposit = ValueOf<typeof storageDeposit>;

/** `pallet_contracts::primitives::Code` */
export const contractCode = variant('pallet_contracts::primitives::Code', {
  Upload: row(0, [bytes]),
  Existing: row(1, [spelled(h256, 'Hash')]),
}, [param('Hash', h256)]);
export type ContractCode = ValueOf<typeof contractCode>;

/** `pallet_contracts::primitives::InstantiateReturnValue` */
export const instantiateReturnValue = struct('pallet_contracts::primitives::InstantiateReturnValue', {
  result: execReturnValue,
  account_id: genericAccountId,
}, [param('AccountId', accountId)]);
export type InstantiateReturnValue = ValueOf<typeof instantiateReturnValue>;

/** `pallet_contracts::primitives::CodeUploadReturnValue` */
export const codeUploadReturnValue = struct('pallet_contracts::primitives::CodeUploadReturnValue', {
  code_hash: spelled(h256, 'CodeHash'),
  deposit: genericBalance,
}, [param('CodeHash', h256), param('Balance', u64)]);
export type CodeUploadReturnValue = ValueOf<typeof codeUploadReturnValue>;

/** `pallet_contracts::primitives::ContractAccessError` */
export const contractAccessError = plainEnum('pallet_contracts::primitives::ContractAccessError', {
  DoesntExist: 0,
  KeyDecodingFailed: 1,
  MigrationInProgress: 2,
});
export type ContractAccessError = ValueOf<typeof contractAccessError>;

/** What a dry run of a contract operation gives; `outcome` is its result. */
export const contractResult = <R>(outcome: Codec<R>) =>
  struct('pallet_contracts::primitives::ContractResult', {
    gas_consumed: weight,
    gas_required: weight,
    storage_deposit: spelled(storageDeposit, 'StorageDeposit<Balance>'),
    debug_message: bytes,
    result: spelled(outcome, 'R'),
    events: spelled(option(vec(eventRecord)), 'Option<Vec<EventRecord>>'),
  }, [param('R', outcome), param('Balance', u64), param('EventRecord', eventRecord)]);
