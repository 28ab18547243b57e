/** Runtime API SessionKeys. */

import { apiMethod, bytes, option, tuple, type ApiDecl, vec } from '@taonet/codec';
import { keyTypeId } from '../types/consensus.ts';

export const sessionKeysApi = {
  name: 'SessionKeys',
  id: 'ab3c0572291feb8b',
  version: 1,
  methods: {
    generate_session_keys: apiMethod({ seed: option(bytes) }, bytes),
    decode_session_keys: apiMethod({ encoded: bytes }, option(vec(tuple(bytes, keyTypeId)))),
  },
} as const satisfies ApiDecl;
