import { invalid, type TransactionExtension } from '@taonet/frame';
import { S as Sudo } from '../pallets/sudo/pallet.ts';
import { NOTHING } from './unit.ts';

/** Calls of pallet Sudo come from the sudo key or not at all. source: runtime/src/sudo_wrapper.rs @ 14bc6f9 */
export const sudoTransactionExtension: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'SudoTransactionExtension',
  ...NOTHING,
  validate(ctx, { origin, call }) {
    if (origin.kind !== 'signed' || call.type !== 'Sudo') return { val: undefined };
    const key = Sudo.Key.get(ctx);
    if (key !== origin.who) invalid('BadSigner', { actual: origin.who, required: key });
    return { val: undefined };
  },
};
