/** Crowdloan: storage items. */

import { bool, boundedBytes, identity, item, map, optionalItem, optionalMap, twoxConcat } from '@taonet/codec';
import { crowdloanInfo } from '../types/crowdloan.ts';
import { balanceOfT, crowdloanId, tAccountId } from '../types/spelled.ts';

export const storage = {
  Crowdloans: optionalMap([twoxConcat(crowdloanId)], crowdloanInfo),
  NextCrowdloanId: item(crowdloanId, 0),
  Contributions: optionalMap([twoxConcat(crowdloanId), identity(tAccountId)], balanceOfT),
  MaxContributions: optionalMap([twoxConcat(crowdloanId)], balanceOfT),
  CurrentCrowdloanId: optionalItem(crowdloanId),
  HasMigrationRun: map([identity(boundedBytes(128))], bool, false),
} as const;
