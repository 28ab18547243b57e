/** Who makes the block being executed: the authority whose turn the slot is. */

import { decode, u64 } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesEqual, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { S } from './pallet.ts';

const AURA_ENGINE = utf8ToBytes('aura');
const SLOT_BYTES = 8;

/**
 * The author's public key as an account; undefined outside a block and without authorities.
 *
 * source: pallet-aura 41.0.0, FindAuthor; runtime/src/lib.rs, BlockAuthorFromAura @ 14bc6f9
 */
export function getBlockAuthor(ctx: StateCtx): AccountId | undefined {
  for (const log of System.Digest.get(ctx).logs) {
    if (log.type !== 'PreRuntime') continue;
    const [engine, data] = log.value;
    if (!bytesEqual(engine, AURA_ENGINE) || data.length < SLOT_BYTES) continue;
    const authorities = S.Authorities.get(ctx);
    return authorities.length === 0 ? undefined : authorities[Number(decode(u64, data) % BigInt(authorities.length))];
  }
  return undefined;
}
