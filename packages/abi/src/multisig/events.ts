/** Multisig: events. */

import { row } from '@taonet/codec';
import { dispatchResult } from '../types/dispatch.ts';
import { timepointBlockNumberForT } from '../types/multisig.ts';
import { balanceOfT, callHash, tAccountId } from '../types/spelled.ts';

export const events = {
  NewMultisig: row(0, { approving: tAccountId, multisig: tAccountId, call_hash: callHash }),
  MultisigApproval: row(1, { approving: tAccountId, timepoint: timepointBlockNumberForT, multisig: tAccountId, call_hash: callHash }),
  MultisigExecuted: row(2, {
    approving: tAccountId,
    timepoint: timepointBlockNumberForT,
    multisig: tAccountId,
    call_hash: callHash,
    result: dispatchResult,
  }),
  MultisigCancelled: row(3, { cancelling: tAccountId, timepoint: timepointBlockNumberForT, multisig: tAccountId, call_hash: callHash }),
  DepositPoked: row(4, { who: tAccountId, call_hash: callHash, old_deposit: balanceOfT, new_deposit: balanceOfT }),
} as const;
