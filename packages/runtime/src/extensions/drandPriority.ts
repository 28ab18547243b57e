import type { TransactionExtension } from '@taonet/frame';
import { NOTHING } from './unit.ts';

const PRIORITY = 10_000n;

/** Pulses of randomness go first. source: pallets/drand/src/drand_priority.rs @ 14bc6f9 */
export const drandPriority: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'DrandPriority',
  ...NOTHING,
  validate: (_ctx, { call }) =>
    call.type === 'Drand' && call.value.type === 'write_pulse' ? { validity: { priority: PRIORITY }, val: undefined } : { val: undefined },
};
