/** Calls on hotkeys as delegates. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import { ensureSigned, type CallHandlers } from '@taonet/frame';
import { doDecreaseTake, doIncreaseTake, type LastChanges } from '../../../pallets/subtensor/delegates/take.ts';
import { getLastTxBlock, setLastTxBlock } from '../lastTxBlocks.ts';
import { createAccountIfNonExistent } from '../staking/accounts.ts';

/** In maps of their own. */
const THEN: LastChanges = { getLastTxBlock, setLastTxBlock };

export const delegateCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  /** Does nothing any more, for anybody: every hotkey is a delegate. */
  become_delegate: () => undefined,
  increase_take: (ctx, origin, order) => doIncreaseTake(ctx, origin, order, THEN),
  decrease_take: (ctx, origin, order) => doDecreaseTake(ctx, origin, order, THEN),
  try_associate_hotkey: (ctx, origin, { hotkey }) => createAccountIfNonExistent(ctx, ensureSigned(origin), hotkey),
};
