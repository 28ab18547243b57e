/** Crowdloan: calls. */

import { callDecl, option } from '@taonet/codec';
import { boxedRuntimeCall } from '../types/nested.ts';
import { balanceOfT, compactBalanceOfT, compactBlockNumberForT, compactCrowdloanId, tAccountId } from '../types/spelled.ts';

export const calls = {
  create: callDecl(0, {
    deposit: compactBalanceOfT,
    min_contribution: compactBalanceOfT,
    cap: compactBalanceOfT,
    end: compactBlockNumberForT,
    call: option(boxedRuntimeCall),
    target_address: option(tAccountId),
  }),
  contribute: callDecl(1, { crowdloan_id: compactCrowdloanId, amount: compactBalanceOfT }),
  withdraw: callDecl(2, { crowdloan_id: compactCrowdloanId }),
  finalize: callDecl(3, { crowdloan_id: compactCrowdloanId }),
  refund: callDecl(4, { crowdloan_id: compactCrowdloanId }),
  dissolve: callDecl(5, { crowdloan_id: compactCrowdloanId }),
  update_min_contribution: callDecl(6, { crowdloan_id: compactCrowdloanId, new_min_contribution: compactBalanceOfT }),
  update_end: callDecl(7, { crowdloan_id: compactCrowdloanId, new_end: compactBlockNumberForT }),
  update_cap: callDecl(8, { crowdloan_id: compactCrowdloanId, new_cap: compactBalanceOfT }),
  set_max_contribution: callDecl(9, { crowdloan_id: compactCrowdloanId, new_max_contribution: option(balanceOfT) }),
} as const;
