import { invalid, type TransactionExtension } from '@taonet/frame';
import { parseShielded } from '../pallets/mevShield/shieldedTransaction.ts';
import { CUSTOM_ERROR } from './customErrors.ts';
import { NOTHING } from './unit.ts';

/** The parts of a shielded transaction stand where they must. source: pallets/shield/src/extension.rs @ 14bc6f9 */
export const checkShieldedTxValidity: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'CheckShieldedTxValidity',
  ...NOTHING,
  validate(_ctx, { origin, call }) {
    if (origin.kind === 'signed' && call.type === 'MevShield' && call.value.type === 'submit_encrypted') {
      const { ciphertext } = call.value.value as { readonly ciphertext: Uint8Array };
      if (parseShielded(ciphertext) === undefined) invalid({ custom: CUSTOM_ERROR.FailedShieldedTxParsing }, { bytes: ciphertext.length });
    }
    return { val: undefined };
  },
};
