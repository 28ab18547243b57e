/** Calls of pallet AdminUtils: each is what its row says. source: pallets/admin-utils/src/lib.rs @ 14bc6f9 */

import { adminUtils } from '@taonet/abi';
import { bindCalls, type CallHandlers } from '@taonet/frame';
import { hyperparameters } from './hyperparameters.ts';

export const calls: CallHandlers<typeof adminUtils.calls> = bindCalls(
  adminUtils,
  Object.fromEntries(hyperparameters.map(({ call, handler }) => [call, handler])),
);
