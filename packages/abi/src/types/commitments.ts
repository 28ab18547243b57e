/** Commitments on chain. */

import { boundedVec, param, spelled, struct, type ValueOf, u32, u64 } from '@taonet/codec';
import { commitmentData } from './commitmentData.ts';
import { genericBalance, genericBlockNumber } from './spelled.ts';

/** `pallet_commitments::types::CommitmentInfo` */
export const commitmentInfo = struct('pallet_commitments::types::CommitmentInfo', {
  fields: spelled(boundedVec(commitmentData, 3), 'BoundedVec<Data, FieldLimit>'),
}, [{ name: 'FieldLimit' }]);
export type CommitmentInfo = ValueOf<typeof commitmentInfo>;

/** `pallet_commitments::types::Registration` */
export const commitmentRegistration = struct('pallet_commitments::types::Registration', {
  deposit: genericBalance,
  block: genericBlockNumber,
  info: spelled(commitmentInfo, 'CommitmentInfo<MaxFields>'),
}, [param('Balance', u64), { name: 'MaxFields' }, param('BlockNumber', u32)]);
export type CommitmentRegistration = ValueOf<typeof commitmentRegistration>;

/** `pallet_commitments::types::UsageTracker` */
export const usageTracker = struct('pallet_commitments::types::UsageTracker', { last_epoch: u64, used_space: u64 });
export type UsageTracker = ValueOf<typeof usageTracker>;
