/** Calls about locked stake. source: pallets/subtensor/src/macros/dispatches.rs @ 14bc6f9 */

import type { subtensorModule } from '@taonet/abi';
import { ensureSigned, type CallHandlers } from '@taonet/frame';
import { Ev } from '../pallet.ts';
import { setAcceptLockedAlpha } from './lockFlags.ts';
import { doLockStake, doSetPerpetualLock } from './lockStake.ts';
import { doMoveLock } from './moveLock.ts';

export const lockCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  lock_stake(ctx, origin, { hotkey, netuid, amount }) {
    doLockStake(ctx, { coldkey: ensureSigned(origin), hotkey, netuid }, amount);
  },
  move_lock(ctx, origin, { destination_hotkey: hotkey, netuid }) {
    doMoveLock(ctx, ensureSigned(origin), hotkey, netuid);
  },
  set_perpetual_lock(ctx, origin, { netuid, enabled }) {
    doSetPerpetualLock(ctx, ensureSigned(origin), netuid, enabled);
  },
  set_reject_locked_alpha(ctx, origin, { enabled }) {
    const coldkey = ensureSigned(origin);
    setAcceptLockedAlpha(ctx, coldkey, !enabled);
    ctx.deposit(Ev.RejectLockedAlphaUpdated({ coldkey, enabled }));
  },
};
