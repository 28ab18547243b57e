/** Calls on hotkeys as delegates. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import { ensureSigned, type CallHandlers } from '@taonet/frame';
import { createAccountIfNonExistent } from '../staking/accounts.ts';
import { doDecreaseTake, doIncreaseTake } from './take.ts';

export const delegateCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  /** Does nothing any more, for anybody: every hotkey is a delegate. */
  become_delegate: () => undefined,
  increase_take: (ctx, origin, { hotkey, take }) => doIncreaseTake(ctx, origin, hotkey, take),
  decrease_take: (ctx, origin, { hotkey, take }) => doDecreaseTake(ctx, origin, hotkey, take),
  try_associate_hotkey: (ctx, origin, { hotkey }) => createAccountIfNonExistent(ctx, ensureSigned(origin), hotkey),
};
