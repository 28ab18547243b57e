/** Runtime API BlockBuilder. */

import { apiMethod, header, result, type ApiDecl, unit, vec } from '@taonet/codec';
import { checkInherentsResult, inherentData } from '../types/api.ts';
import { block, selfContainedExtrinsic } from '../types/block.ts';
import { dispatchError } from '../types/dispatch.ts';
import { transactionValidityError } from '../types/validity.ts';

export const blockBuilderApi = {
  name: 'BlockBuilder',
  id: '40fe3ad401f8959a',
  version: 6,
  methods: {
    apply_extrinsic: apiMethod({ extrinsic: selfContainedExtrinsic }, result(result(unit, dispatchError), transactionValidityError)),
    finalize_block: apiMethod({}, header),
    inherent_extrinsics: apiMethod({ inherent: inherentData }, vec(selfContainedExtrinsic)),
    check_inherents: apiMethod({ block, data: inherentData }, checkInherentsResult),
  },
} as const satisfies ApiDecl;
