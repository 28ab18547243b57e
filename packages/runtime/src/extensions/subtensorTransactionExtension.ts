import { inLayer, invalid, type TransactionExtension } from '@taonet/frame';
import { subtensorGuards } from '../pallets/subtensor/guards/subtensorGuards.ts';
import { customErrorOf } from './customErrors.ts';
import { NOTHING } from './unit.ts';

/** What the guards would refuse at dispatch keeps a transaction out of the pool. source: pallets/subtensor/src/extensions/subtensor.rs @ 14bc6f9 */
export const subtensorTransactionExtension: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'SubtensorTransactionExtension',
  ...NOTHING,
  validate(ctx, { origin, call }) {
    const passed = inLayer(ctx, () => subtensorGuards(ctx, origin, call));
    if ('refusal' in passed) invalid({ custom: customErrorOf(passed.refusal) }, { ...passed.refusal.facts, refusal: passed.refusal.name });
    return { val: undefined };
  },
};
