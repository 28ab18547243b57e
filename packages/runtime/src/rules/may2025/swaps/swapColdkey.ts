/** Everything a coldkey has passes to another coldkey. source: pallets/subtensor/src/swap/swap_coldkey.rs @ 1b0c63a */

import { inLayer, type Ctx, type PostInfo } from '@taonet/frame';
import { ensure, U64F64, type AccountId } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import { StorageTally } from '../../../pallets/subtensor/storageTally.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { setLastTxBlock } from '../lastTxBlocks.ts';
import { E, Ev, S } from '../pallet.ts';
import {
  addBalanceToColdkeyAccount, burnTokens, canRemoveBalanceFromColdkeyAccount, getColdkeyBalance, killColdkeyAccount, removeBalanceFromColdkeyAccount,
} from '../staking/coldkeyBalances.ts';

/** Which coldkey gives way to which, and what it pays for it. */
export interface ColdkeySwap {
  readonly oldColdkey: AccountId;
  readonly newColdkey: AccountId;
  /** Rao. */
  readonly swapCost: bigint;
}

/**
 * Moves identity, subnets, stakes, hotkeys and the free balance, for `swapCost`; what was scheduled for the old coldkey is over. The old
 * identity replaces the new coldkey's.
 *
 * refuses ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, NotEnoughBalanceToPaySwapColdKey and what `removeBalanceFromColdkeyAccount` refuses
 * returns: the weight to be paid for: upstream counts reads and writes as it goes
 * source: do_swap_coldkey
 */
export function doSwapColdkey(ctx: Ctx, { oldColdkey, newColdkey, swapCost }: ColdkeySwap): PostInfo {
  const tally = new StorageTally();
  const hotkeyCount = S.StakingHotkeys.get(ctx, newColdkey).length;
  ensure(hotkeyCount === 0, E.ColdKeyAlreadyAssociated, { coldkey: newColdkey, actual: hotkeyCount, required: 0 });
  ensure(!hotkeyAccountExists(ctx, newColdkey), E.NewColdKeyIsHotkey, { coldkey: newColdkey });
  const identity = S.IdentitiesV2.take(ctx, oldColdkey);
  if (identity !== undefined) S.IdentitiesV2.set(ctx, newColdkey, identity);
  ensureCanPaySwap(ctx, oldColdkey, swapCost);
  burnTokens(ctx, removeBalanceFromColdkeyAccount(ctx, oldColdkey, swapCost));
  tally.add(2 + 1 + 1 + 1, 1);
  performSwapColdkey(ctx, oldColdkey, newColdkey, tally);
  setLastTxBlock(ctx, 'LastTxBlock', newColdkey, getCurrentBlockAsU64(ctx));
  tally.add(0, 1);
  S.ColdkeySwapScheduled.remove(ctx, oldColdkey);
  ctx.deposit(Ev.ColdkeySwapped({ old_coldkey: oldColdkey, new_coldkey: newColdkey }));
  return tally.postInfo();
}

/** refuses NotEnoughBalanceToPaySwapColdKey */
export function ensureCanPaySwap(ctx: Ctx, coldkey: AccountId, costRao: bigint): void {
  const can = canRemoveBalanceFromColdkeyAccount(ctx, coldkey, costRao);
  ensure(can, E.NotEnoughBalanceToPaySwapColdKey, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: costRao });
}

/** source: perform_swap_coldkey */
function performSwapColdkey(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId, tally: StorageTally): void {
  const netuids = getAllSubnetNetuids(ctx);
  for (const netuid of netuids) {
    if (S.SubnetOwner.get(ctx, netuid) === oldColdkey) S.SubnetOwner.set(ctx, netuid, newColdkey);
    tally.add(1, 1);
  }
  const staked = S.StakingHotkeys.take(ctx, oldColdkey);
  for (const hotkey of staked) {
    for (const netuid of netuids) {
      const share = S.Alpha.take(ctx, hotkey, oldColdkey, netuid);
      S.Alpha.mutate(ctx, hotkey, newColdkey, netuid, (present) => U64F64.saturatingAdd(present, share));
    }
    tally.add(2, 2);
  }
  S.StakingHotkeys.mutate(ctx, newColdkey, (present) => merged(present, staked));
  const owned = S.OwnedHotkeys.take(ctx, oldColdkey);
  for (const hotkey of owned) S.Owner.set(ctx, hotkey, newColdkey);
  S.OwnedHotkeys.mutate(ctx, newColdkey, (present) => merged(present, owned));
  tally.add(2, 2, 3);
  moveBalance(ctx, oldColdkey, newColdkey);
}

function merged(present: readonly AccountId[], added: readonly AccountId[]): AccountId[] {
  const all = [...present];
  for (const hotkey of added) if (!all.includes(hotkey)) all.push(hotkey);
  return all;
}

/** What is free to be taken; the swap stands even where it cannot be. */
function moveBalance(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const rao = getColdkeyBalance(ctx, oldColdkey);
  if (rao === 0n || !('ok' in inLayer(ctx, () => killColdkeyAccount(ctx, oldColdkey, rao)))) return;
  addBalanceToColdkeyAccount(ctx, newColdkey, rao);
}
