/** Contracts: code, storage, schedule. */

import {
  accountId, boundedBtreeMap, boundedBytes, compactU64, h256, param, plainEnum, row, spelled, struct, type AnyCodec, type ValueOf, u16,
  u32, u64, variant, wrapped,
} from '@taonet/codec';
import { runtimeMarker } from './nested.ts';
import { blakeTwo256 } from './preimage.ts';
import { balanceOfT, codeHashT, compactBalanceOfT, tAccountId } from './spelled.ts';

/** `pallet_contracts::wasm::Determinism` */
export const determinism = plainEnum('pallet_contracts::wasm::Determinism', { Enforced: 0, Relaxed: 1 });
export type Determinism = ValueOf<typeof determinism>;

/** `pallet_contracts::wasm::CodeInfo` */
export const contractCodeInfo = struct('pallet_contracts::wasm::CodeInfo', {
  owner: spelled(accountId, 'AccountIdOf<T>'),
  deposit: compactBalanceOfT,
  refcount: spelled(compactU64, 'u64'),
  determinism,
  code_len: u32,
}, [{ name: 'T' }]);
export type ContractCodeInfo = ValueOf<typeof contractCodeInfo>;

/** `pallet_contracts::storage::ContractInfo` */
export const contractInfo = struct('pallet_contracts::storage::ContractInfo', {
  trie_id: spelled(boundedBytes(128), 'TrieId'),
  code_hash: codeHashT,
  storage_bytes: u32,
  storage_items: u32,
  storage_byte_deposit: balanceOfT,
  storage_item_deposit: balanceOfT,
  storage_base_deposit: balanceOfT,
  delegate_dependencies: spelled(
    boundedBtreeMap(h256, u64, 32),
    'BoundedBTreeMap<CodeHash<T>, BalanceOf<T>, T::\nMaxDelegateDependencies>',
  ),
}, [{ name: 'T' }]);
export type ContractInfo = ValueOf<typeof contractInfo>;

/** `pallet_contracts::storage::DeletionQueueManager` */
export const deletionQueueManager = struct('pallet_contracts::storage::DeletionQueueManager', {
  insert_counter: u32,
  delete_counter: u32,
}, [{ name: 'T' }]);
export type DeletionQueueManager = ValueOf<typeof deletionQueueManager>;

/** `pallet_contracts::Origin` */
export const contractsOrigin = variant('pallet_contracts::Origin', {
  Root: row(0),
  Signed: row(1, [tAccountId]),
}, [param('T', runtimeMarker)]);
export type ContractsOrigin = ValueOf<typeof contractsOrigin>;

/** `pallet_contracts::schedule::Limits` */
export const contractsLimits = struct('pallet_contracts::schedule::Limits', {
  event_topics: u32,
  memory_pages: u32,
  subject_len: u32,
  payload_len: u32,
  runtime_memory: u32,
  validator_runtime_memory: u32,
  event_ref_time: u64,
});
export type ContractsLimits = ValueOf<typeof contractsLimits>;

/** `pallet_contracts::schedule::InstructionWeights` */
export const instructionWeights = struct('pallet_contracts::schedule::InstructionWeights', { base: u32 }, [{ name: 'T' }]);
export type InstructionWeights = ValueOf<typeof instructionWeights>;

/** `pallet_contracts::schedule::Schedule` */
export const contractsSchedule = struct('pallet_contracts::schedule::Schedule', {
  limits: contractsLimits,
  instruction_weights: spelled(instructionWeights, 'InstructionWeights<T>'),
}, [{ name: 'T' }]);
export type ContractsSchedule = ValueOf<typeof contractsSchedule>;

/** A type that contracts see, without a value. */
export const environmentType = (of: AnyCodec) => struct('pallet_contracts::EnvironmentType', {}, [param('T', of)]);

/** `pallet_contracts::Environment` */
export const contractsEnvironment = struct('pallet_contracts::Environment', {
  account_id: spelled(environmentType(accountId), 'EnvironmentType<AccountIdOf<T>>'),
  balance: spelled(environmentType(u64), 'EnvironmentType<BalanceOf<T>>'),
  hash: spelled(environmentType(h256), 'EnvironmentType<<T as frame_system::Config>::Hash>'),
  hasher: spelled(environmentType(blakeTwo256), 'EnvironmentType<<T as frame_system::Config>::Hashing>'),
  timestamp: spelled(environmentType(u64), 'EnvironmentType<MomentOf<T>>'),
  block_number: spelled(environmentType(u32), 'EnvironmentType<BlockNumberFor<T>>'),
}, [{ name: 'T' }]);
export type ContractsEnvironment = ValueOf<typeof contractsEnvironment>;

/** `pallet_contracts::ApiVersion` */
export const contractsApiVersion = wrapped('pallet_contracts::ApiVersion', u16);
export type ContractsApiVersion = ValueOf<typeof contractsApiVersion>;

/** `pallet_contracts_uapi::flags::ReturnFlags` */
export const returnFlags = struct('pallet_contracts_uapi::flags::ReturnFlags', { bits: u32 });
export type ReturnFlags = ValueOf<typeof returnFlags>;
