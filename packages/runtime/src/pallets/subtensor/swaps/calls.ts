/** Calls that replace a hotkey or a coldkey by another. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { refuse } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import {
  announceColdkeySwap, clearColdkeySwapAnnouncement, disputeColdkeySwap, resetColdkeySwap, swapColdkeyAnnounced,
} from './coldkeySwapAnnouncement.ts';
import { chargeSwapCost, doSwapColdkey } from './swapColdkey.ts';
import { doSwapHotkey } from './swapHotkey.ts';

export const swapCalls = bindCalls(subtensorModule, {
  swap_hotkey: (ctx, origin, { hotkey, new_hotkey, netuid }) => doSwapHotkey(ctx, origin, { oldHotkey: hotkey, newHotkey: new_hotkey, netuid, keepStake: false }),
  swap_hotkey_v2(ctx, origin, { hotkey, new_hotkey, netuid, keep_stake }) {
    return doSwapHotkey(ctx, origin, { oldHotkey: hotkey, newHotkey: new_hotkey, netuid, keepStake: keep_stake });
  },
  swap_coldkey(ctx, origin, { old_coldkey, new_coldkey, swap_cost }) {
    ensureRoot(origin);
    if (swap_cost !== 0n) chargeSwapCost(ctx, old_coldkey, swap_cost);
    doSwapColdkey(ctx, old_coldkey, new_coldkey);
    S.ColdkeySwapAnnouncements.remove(ctx, old_coldkey);
    S.ColdkeySwapDisputes.remove(ctx, old_coldkey);
  },
  schedule_swap_coldkey: () => refuse(E.Deprecated, { call: 'schedule_swap_coldkey' }),
  announce_coldkey_swap: (ctx, origin, { new_coldkey_hash }) => announceColdkeySwap(ctx, origin, new_coldkey_hash),
  swap_coldkey_announced: (ctx, origin, { new_coldkey }) => swapColdkeyAnnounced(ctx, origin, new_coldkey),
  dispute_coldkey_swap: (ctx, origin) => disputeColdkeySwap(ctx, origin),
  reset_coldkey_swap: (ctx, origin, { coldkey }) => resetColdkeySwap(ctx, origin, coldkey),
  clear_coldkey_swap_announcement: (ctx, origin) => clearColdkeySwapAnnouncement(ctx, origin),
});
