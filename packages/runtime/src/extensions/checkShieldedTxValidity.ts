import { invalid, type TransactionExtension } from '@taonet/frame';
import { CUSTOM_ERROR } from './customErrors.ts';
import { NOTHING } from './unit.ts';

const KEY_HASH_BYTES = 16;
const LENGTH_BYTES = 2;
const NONCE_BYTES = 24;

/** The parts of a shielded transaction stand where they must. source: pallets/shield/src/extension.rs @ 14bc6f9 */
export const checkShieldedTxValidity: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'CheckShieldedTxValidity',
  ...NOTHING,
  validate(_ctx, { origin, call }) {
    if (origin.kind === 'signed' && call.type === 'MevShield' && call.value.type === 'submit_encrypted') {
      const { ciphertext } = call.value.value as { readonly ciphertext: Uint8Array };
      if (!isShieldedTransaction(ciphertext)) invalid({ custom: CUSTOM_ERROR.FailedShieldedTxParsing });
    }
    return { val: undefined };
  },
};

/** Hash of a key ‖ length ‖ key ciphertext of that length ‖ nonce ‖ data. */
export function isShieldedTransaction(bytes: Uint8Array): boolean {
  if (bytes.length < KEY_HASH_BYTES + LENGTH_BYTES) return false;
  const length = bytes[KEY_HASH_BYTES]! | (bytes[KEY_HASH_BYTES + 1]! << 8);
  return bytes.length >= KEY_HASH_BYTES + LENGTH_BYTES + length + NONCE_BYTES;
}
