import type { TransactionExtension } from '@taonet/frame';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { NOTHING } from './unit.ts';

/** Calls of pallet Sudo come from the sudo key or, where the rules say so, not at all. source: runtime/src/sudo_wrapper.rs @ 14bc6f9 */
export const sudoTransactionExtension: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'SudoTransactionExtension',
  ...NOTHING,
  validate(ctx, { origin, call }) {
    if (origin.kind === 'signed' && call.type === 'Sudo') ruleSetOf(ctx).checkSudoSender(ctx, origin.who);
    return { val: undefined };
  },
};
