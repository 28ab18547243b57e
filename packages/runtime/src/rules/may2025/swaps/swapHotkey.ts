/** A coldkey replaces one of its hotkeys by another, on all subnets. source: pallets/subtensor/src/swap/swap_hotkey.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin, type PostInfo } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { exceedsTxRateLimit } from '../../../pallets/subtensor/lastTxBlocks.ts';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { StorageTally } from '../../../pallets/subtensor/storageTally.ts';
import { isHotkeyRegisteredOnAnyNetwork } from '../../../pallets/subtensor/subnets/uids.ts';
import { getLastTxBlock, setLastTxBlock } from '../lastTxBlocks.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { burnTokens, canRemoveBalanceFromColdkeyAccount, getColdkeyBalance, removeBalanceFromColdkeyAccount } from '../staking/coldkeyBalances.ts';
import { performHotkeySwap, type HotkeySwap } from './performHotkeySwap.ts';

/**
 * Swaps a hotkey for KeySwapCost. The new one may have an owner: it loses it.
 *
 * refuses BadOrigin, NewHotKeyIsSameWithOld, HotKeyAlreadyRegisteredInSubNet, NonAssociatedColdKey, HotKeySetTxRateLimitExceeded,
 *   NotEnoughBalanceToPaySwapHotKey and what `removeBalanceFromColdkeyAccount` refuses
 * returns: the weight to be paid for: upstream counts reads and writes as it goes
 * source: do_swap_hotkey
 */
export function doSwapHotkey(ctx: Ctx, origin: Origin, swap: HotkeySwap): PostInfo {
  const coldkey = ensureSigned(origin);
  const tally = new StorageTally();
  ensureMaySwap(ctx, coldkey, swap);
  tally.add(4 + 1 + S.TotalNetworks.get(ctx), 0);
  payForSwap(ctx, coldkey);
  performHotkeySwap(ctx, coldkey, swap, tally);
  setLastTxBlock(ctx, 'LastTxBlock', coldkey, getCurrentBlockAsU64(ctx));
  tally.add(0, 1);
  ctx.deposit(Ev.HotkeySwapped({ coldkey, old_hotkey: swap.oldHotkey, new_hotkey: swap.newHotkey }));
  return tally.postInfo();
}

function ensureMaySwap(ctx: Ctx, coldkey: AccountId, { oldHotkey, newHotkey }: HotkeySwap): void {
  ensure(oldHotkey !== newHotkey, E.NewHotKeyIsSameWithOld, { hotkey: newHotkey });
  ensure(!isHotkeyRegisteredOnAnyNetwork(ctx, newHotkey), E.HotKeyAlreadyRegisteredInSubNet, { hotkey: newHotkey });
  ensureColdkeyOwnsHotkey(ctx, coldkey, oldHotkey);
  const block = getCurrentBlockAsU64(ctx);
  const lastBlock = getLastTxBlock(ctx, 'LastTxBlock', coldkey);
  if (exceedsTxRateLimit(ctx, lastBlock, block)) {
    refuse(E.HotKeySetTxRateLimitExceeded, { coldkey, actual: block, required: lastBlock + S.TxRateLimit.get(ctx) + 1n });
  }
}

function payForSwap(ctx: Ctx, coldkey: AccountId): void {
  const cost = C.KeySwapCost(ctx);
  ensure(canRemoveBalanceFromColdkeyAccount(ctx, coldkey, cost), E.NotEnoughBalanceToPaySwapHotKey, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: cost });
  burnTokens(ctx, removeBalanceFromColdkeyAccount(ctx, coldkey, cost));
}
