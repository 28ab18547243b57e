/** Crowdloans. */

import { accountId, bool, option, param, spelled, struct, type ValueOf, u32, u64 } from '@taonet/codec';
import { boundedCall } from './preimage.ts';
import { genericAccountId, genericBalance, genericBlockNumber } from './spelled.ts';

/** `pallet_crowdloan::CrowdloanInfo` */
export const crowdloanInfo = struct('pallet_crowdloan::CrowdloanInfo', {
  creator: genericAccountId,
  deposit: genericBalance,
  min_contribution: genericBalance,
  end: genericBlockNumber,
  cap: genericBalance,
  funds_account: genericAccountId,
  raised: genericBalance,
  target_address: option(genericAccountId),
  call: option(spelled(boundedCall, 'Call')),
  finalized: bool,
  contributors_count: u32,
}, [param('AccountId', accountId), param('Balance', u64), param('BlockNumber', u32), param('Call', boundedCall)]);
export type CrowdloanInfo = ValueOf<typeof crowdloanInfo>;
