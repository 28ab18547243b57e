/** ShieldApi, as far as it reads. Opening a shielded transaction takes the author's secret and belongs to the node. */

import { shieldApi } from '@taonet/abi';
import { bytesEqual } from '@taonet/primitives';
import { S } from '../pallets/mevShield/pallet.ts';
import { bindTrait } from './handlers.ts';

export const shieldMethods = bindTrait(shieldApi, {
  /** By the key that is announced for the block after the next. source: pallets/shield/src/lib.rs, is_shielded_using_current_key @ 14bc6f9 */
  is_shielded_using_current_key: (ctx, { key_hash: wanted }) => {
    const pending = S.PendingKey.get(ctx);
    return pending !== undefined && bytesEqual(ctx.crypto.twox128(pending), wanted);
  },
});
