/** Runtime API Core. */

import { apiMethod, header, type ApiDecl, unit } from '@taonet/codec';
import { block, extrinsicInclusionMode } from '../types/block.ts';
import { runtimeVersion } from '../types/system.ts';

export const coreApi = {
  name: 'Core',
  id: 'df6acb689907609b',
  version: 5,
  methods: {
    version: apiMethod({}, runtimeVersion),
    execute_block: apiMethod({ block }, unit),
    initialize_block: apiMethod({ header }, extrinsicInclusionMode),
  },
} as const satisfies ApiDecl;
