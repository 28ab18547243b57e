/** Moving TAO. */

import type { Reads } from '../client/reads.ts';
import type { Who } from '../client/names.ts';
import { badInput } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import { Tao } from '../units.ts';

export interface TransferOrder {
  readonly to: Who;
  /** `'all'` empties the account, less the fee. */
  readonly amount: Tao | 'all';
  /** Refuses to leave the sender with less than the existential deposit; default true. */
  readonly keepAlive?: boolean;
}

export function transferCall(reads: Reads, { to, amount, keepAlive = true }: TransferOrder): CallValue {
  const dest = { type: 'Id', value: reads.addressOf(to) };
  if (amount === 'all') return { type: 'Balances', value: { type: 'transfer_all', value: { dest, keep_alive: keepAlive } } };
  if (!(amount instanceof Tao)) throw badInput('amount', 'TAO, as tao(\'1.5\')', amount);
  return { type: 'Balances', value: { type: keepAlive ? 'transfer_keep_alive' : 'transfer_allow_death', value: { dest, value: amount.rao } } };
}
