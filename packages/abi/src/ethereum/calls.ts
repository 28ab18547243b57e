/** Ethereum: calls. */

import { callDecl, spelled } from '@taonet/codec';
import { transactionV3 } from '../types/ethereum.ts';

export const calls = {
  transact: callDecl(0, { transaction: spelled(transactionV3, 'Transaction') }),
} as const;
