/** Runtime API ShieldApi. */

import { apiMethod, bool, bytes, fixedBytes, option, type ApiDecl } from '@taonet/codec';
import { selfContainedExtrinsic } from '../types/block.ts';
import { shieldedTransaction } from '../types/mevShield.ts';

export const shieldApi = {
  name: 'ShieldApi',
  id: '1c4585bd5c707202',
  version: 1,
  methods: {
    try_decode_shielded_tx: apiMethod({ uxt: selfContainedExtrinsic }, option(shieldedTransaction)),
    is_shielded_using_current_key: apiMethod({ key_hash: fixedBytes(16) }, bool),
    try_unshield_tx: apiMethod({ dec_key_bytes: bytes, shielded_tx: shieldedTransaction }, option(selfContainedExtrinsic)),
  },
} as const satisfies ApiDecl;
