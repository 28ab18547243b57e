/** EVM: events. */

import { h160, row } from '@taonet/codec';
import { ethereumLog } from '../types/ethereum.ts';

export const events = {
  Log: row(0, { log: ethereumLog }),
  Created: row(1, { address: h160 }),
  CreatedFailed: row(2, { address: h160 }),
  Executed: row(3, { address: h160 }),
  ExecutedFailed: row(4, { address: h160 }),
} as const;
