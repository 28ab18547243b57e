/** Preimage: calls. */

import { bytes, callDecl, vec } from '@taonet/codec';
import { tHash } from '../types/spelled.ts';

export const calls = {
  note_preimage: callDecl(0, { bytes }),
  unnote_preimage: callDecl(1, { hash: tHash }),
  request_preimage: callDecl(2, { hash: tHash }),
  unrequest_preimage: callDecl(3, { hash: tHash }),
  ensure_updated: callDecl(4, { hashes: vec(tHash) }),
} as const;
