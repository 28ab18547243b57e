/** Multisig: calls. */

import { callDecl, fixedBytes, option, u16, vec } from '@taonet/codec';
import { timepointBlockNumberForT } from '../types/multisig.ts';
import { boxedRuntimeCall } from '../types/nested.ts';
import { tAccountId } from '../types/spelled.ts';
import { weight } from '../types/weight.ts';

export const calls = {
  as_multi_threshold_1: callDecl(0, { other_signatories: vec(tAccountId), call: boxedRuntimeCall }),
  as_multi: callDecl(1, {
    threshold: u16,
    other_signatories: vec(tAccountId),
    maybe_timepoint: option(timepointBlockNumberForT),
    call: boxedRuntimeCall,
    max_weight: weight,
  }),
  approve_as_multi: callDecl(2, {
    threshold: u16,
    other_signatories: vec(tAccountId),
    maybe_timepoint: option(timepointBlockNumberForT),
    call_hash: fixedBytes(32),
    max_weight: weight,
  }),
  cancel_as_multi: callDecl(3, {
    threshold: u16,
    other_signatories: vec(tAccountId),
    timepoint: timepointBlockNumberForT,
    call_hash: fixedBytes(32),
  }),
  poke_deposit: callDecl(4, { threshold: u16, other_signatories: vec(tAccountId), call_hash: fixedBytes(32) }),
} as const;
