/** Ethereum: events. */

import { bytes, h160, h256, row } from '@taonet/codec';
import { evmExitReason } from '../types/evm.ts';

export const events = {
  Executed: row(0, { from: h160, to: h160, transaction_hash: h256, exit_reason: evmExitReason, extra_data: bytes }),
} as const;
