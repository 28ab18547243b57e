/** Accounts that a signer has besides its own, one for each index. */

import type { StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes, type AccountId } from '@taonet/primitives';

/** Pallet id, then the tag of indexed sub-accounts. */
const HEAD = utf8ToBytes('modlpy/utilisuba');

/**
 * blake2b-256 of head ‖ account ‖ index (u16, little endian).
 *
 * source: pallets/utility/src/lib.rs, derivative_account_id @ 14bc6f9
 */
export function derivativeAccountId(ctx: Pick<StateCtx, 'crypto'>, who: AccountId, index: number): AccountId {
  const tail = Uint8Array.of(index & 0xff, index >> 8);
  return bytesToHex(ctx.crypto.blake2b256(concatBytes(HEAD, hexToBytes(who), tail)));
}
