/** Calls that replace a hotkey or a coldkey by another. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import { ensureRoot, type CallHandlers } from '@taonet/frame';
import { refuse } from '@taonet/primitives';
import { E } from '../pallet.ts';
import { scheduleSwapColdkey } from './scheduleSwapColdkey.ts';
import { doSwapColdkey } from './swapColdkey.ts';
import { doSwapHotkey } from './swapHotkey.ts';

export const swapCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  swap_hotkey(ctx, origin, { hotkey, new_hotkey: newHotkey, netuid }) {
    // Today's call has a subnet; then a swap was one on all of them.
    if (netuid !== undefined) refuse(E.CallDisabled, { netuid, required: 'no netuid' });
    return doSwapHotkey(ctx, origin, { oldHotkey: hotkey, newHotkey });
  },
  swap_coldkey(ctx, origin, { old_coldkey: oldColdkey, new_coldkey: newColdkey, swap_cost: swapCost }) {
    ensureRoot(origin);
    return doSwapColdkey(ctx, { oldColdkey, newColdkey, swapCost });
  },
  schedule_swap_coldkey: (ctx, origin, { new_coldkey }) => scheduleSwapColdkey(ctx, origin, new_coldkey),
};
