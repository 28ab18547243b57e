/** Multisig operations. */

import { accountId, boundedVec, param, spelled, struct, type ValueOf, u32, u64 } from '@taonet/codec';
import { genericAccountId, genericBalance, genericBlockNumber } from './spelled.ts';

/** `pallet_multisig::Timepoint` */
export const timepoint = struct('pallet_multisig::Timepoint', { height: genericBlockNumber, index: u32 }, [param('BlockNumber', u32)]);
export type Timepoint = ValueOf<typeof timepoint>;

/** `pallet_multisig::Multisig` */
export const multisigOperation = struct('pallet_multisig::Multisig', {
  when: spelled(timepoint, 'Timepoint<BlockNumber>'),
  deposit: genericBalance,
  depositor: genericAccountId,
  approvals: spelled(boundedVec(accountId, 100), 'BoundedVec<AccountId, MaxApprovals>'),
}, [param('BlockNumber', u32), param('Balance', u64), param('AccountId', accountId), { name: 'MaxApprovals' }]);
export type MultisigOperation = ValueOf<typeof multisigOperation>;

export const timepointBlockNumberForT = spelled(timepoint, 'Timepoint<BlockNumberFor<T>>');
