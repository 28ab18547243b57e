/** System: calls. */

import { bytes, callDecl, spelled, tuple, u32, u64, vec } from '@taonet/codec';
import { tHash } from '../types/spelled.ts';

export const calls = {
  remark: callDecl(0, { remark: bytes }),
  set_heap_pages: callDecl(1, { pages: u64 }),
  set_code: callDecl(2, { code: bytes }),
  set_code_without_checks: callDecl(3, { code: bytes }),
  set_storage: callDecl(4, { items: vec(spelled(tuple(bytes, bytes), 'KeyValue')) }),
  kill_storage: callDecl(5, { keys: vec(spelled(bytes, 'Key')) }),
  kill_prefix: callDecl(6, { prefix: spelled(bytes, 'Key'), subkeys: u32 }),
  remark_with_event: callDecl(7, { remark: bytes }),
  authorize_upgrade: callDecl(9, { code_hash: tHash }),
  authorize_upgrade_without_checks: callDecl(10, { code_hash: tHash }),
  apply_authorized_upgrade: callDecl(11, { code: bytes }),
} as const;
