import { inLayer, invalid, type TransactionExtension } from '@taonet/frame';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { customErrorOf } from './customErrors.ts';
import { NOTHING } from './unit.ts';

/** What the rules would refuse to a signer keeps a transaction out of the pool. source: pallets/subtensor/src/extensions/subtensor.rs @ 14bc6f9 */
export const subtensorTransactionExtension: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'SubtensorTransactionExtension',
  ...NOTHING,
  validate(ctx, { origin, call }) {
    if (origin.kind !== 'signed') return { val: undefined };
    const passed = inLayer(ctx, () => ruleSetOf(ctx).validateSigned(ctx, origin.who, call));
    if ('refusal' in passed) invalid({ custom: customErrorOf(passed.refusal) }, { ...passed.refusal.facts, refusal: passed.refusal.name });
    return { validity: passed.ok, val: undefined };
  },
};
