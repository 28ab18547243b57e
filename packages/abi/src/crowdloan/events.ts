/** Crowdloan: events. */

import { option, row } from '@taonet/codec';
import { balanceOfT, blockNumberForT, crowdloanId, tAccountId } from '../types/spelled.ts';

export const events = {
  Created: row(0, { crowdloan_id: crowdloanId, creator: tAccountId, end: blockNumberForT, cap: balanceOfT }),
  Contributed: row(1, { crowdloan_id: crowdloanId, contributor: tAccountId, amount: balanceOfT }),
  Withdrew: row(2, { crowdloan_id: crowdloanId, contributor: tAccountId, amount: balanceOfT }),
  PartiallyRefunded: row(3, { crowdloan_id: crowdloanId }),
  AllRefunded: row(4, { crowdloan_id: crowdloanId }),
  Finalized: row(5, { crowdloan_id: crowdloanId }),
  Dissolved: row(6, { crowdloan_id: crowdloanId }),
  MinContributionUpdated: row(7, { crowdloan_id: crowdloanId, new_min_contribution: balanceOfT }),
  EndUpdated: row(8, { crowdloan_id: crowdloanId, new_end: blockNumberForT }),
  CapUpdated: row(9, { crowdloan_id: crowdloanId, new_cap: balanceOfT }),
  MaxContributionUpdated: row(10, { crowdloan_id: crowdloanId, new_max_contribution: option(balanceOfT) }),
} as const;
