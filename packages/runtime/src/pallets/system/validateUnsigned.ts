import { invalid, type PalletBehaviour } from '@taonet/frame';
import { bytesToHex, hexToBytes, U64_MAX } from '@taonet/primitives';
import { S } from './pallet.ts';

/** Anybody may bring the code that root authorized, without a signature. source: frame-system 41.0.0, lib.rs, validate_unsigned */
export const validateUnsigned: NonNullable<PalletBehaviour['validateUnsigned']> = (ctx, _source, call) => {
  if (call.type === 'apply_authorized_upgrade') {
    const { code } = call.value as { readonly code: Uint8Array };
    const authorized = S.AuthorizedUpgrade.get(ctx);
    if (authorized !== undefined && bytesToHex(ctx.crypto.blake2b256(code)) === authorized.code_hash) {
      return { priority: U64_MAX, provides: [hexToBytes(authorized.code_hash)] };
    }
  }
  return invalid('Call', { call: `System.${call.type}` });
};
