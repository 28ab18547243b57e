/** Everything a coldkey has passes to another coldkey. */

import { inLayer, type Ctx } from '@taonet/frame';
import { ensure, refuse, type AccountId, type NetUid } from '@taonet/primitives';
import { getKeepAliveBalance, recycleTao, transferAllTaoAndKill } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { setLastTxBlock } from '../lastTxBlocks.ts';
import { E, Ev, S } from '../pallet.ts';
import { hotkeyAccountExists, setHotkeyOwner } from '../staking/accounts.ts';
import { maybeAddColdkeyIndex, maybeRemoveColdkeyIndex } from '../staking/rootClaim/coldkeyIndex.ts';
import { transferRootClaimedForNewKeys } from '../staking/rootClaim/transferClaims.ts';
import { setAcceptLockedAlpha } from '../locks/lockFlags.ts';
import { swapColdkeyLocks } from '../locks/swapLocks.ts';
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet,
} from '../staking/stakeShares.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../subnets/subnetwork.ts';

/**
 * Moves identity, subnets, stakes, hotkeys, locks and the free balance.
 *
 * refuses ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, CannotUseSystemAccount and what moving locks and TAO refuses
 * source: pallets/subtensor/src/swap/swap_coldkey.rs, do_swap_coldkey @ 14bc6f9
 */
export function doSwapColdkey(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const hotkeyCount = S.StakingHotkeys.get(ctx, newColdkey).length;
  ensure(hotkeyCount === 0, E.ColdKeyAlreadyAssociated, { coldkey: newColdkey, actual: hotkeyCount, required: 0 });
  ensure(!hotkeyAccountExists(ctx, newColdkey), E.NewColdKeyIsHotkey, { coldkey: newColdkey });
  moveIdentity(ctx, oldColdkey, newColdkey);
  setAcceptLockedAlpha(ctx, newColdkey, true);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (S.SubnetOwner.get(ctx, netuid) === oldColdkey) S.SubnetOwner.set(ctx, netuid, newColdkey);
    moveAutoStakeDestination(ctx, netuid, oldColdkey, newColdkey);
    moveColdkeyStake(ctx, netuid, oldColdkey, newColdkey);
  }
  moveStakingHotkeys(ctx, oldColdkey, newColdkey);
  moveOwnedHotkeys(ctx, oldColdkey, newColdkey);
  swapColdkeyLocks(ctx, oldColdkey, newColdkey);
  transferAllTaoAndKill(ctx, oldColdkey, newColdkey);
  setLastTxBlock(ctx, 'LastTxBlock', newColdkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.ColdkeySwapped({ old_coldkey: oldColdkey, new_coldkey: newColdkey }));
}

/**
 * Recycles the price of a swap.
 *
 * refuses NotEnoughBalanceToPaySwapColdKey
 * source: pallets/subtensor/src/swap/swap_coldkey.rs, charge_swap_cost @ 14bc6f9
 */
export function chargeSwapCost(ctx: Ctx, coldkey: AccountId, costRao: bigint): void {
  const outcome = inLayer(ctx, () => recycleTao(ctx, coldkey, costRao));
  if ('refusal' in outcome) refuse(E.NotEnoughBalanceToPaySwapColdKey, { coldkey, actual: getKeepAliveBalance(ctx, coldkey), required: costRao });
}

/** The new coldkey's own identity stays if it has one. */
function moveIdentity(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  if (S.IdentitiesV2.has(ctx, newColdkey)) return;
  const identity = S.IdentitiesV2.take(ctx, oldColdkey);
  if (identity !== undefined) S.IdentitiesV2.set(ctx, newColdkey, identity);
}

/** source: pallets/subtensor/src/swap/swap_coldkey.rs, transfer_auto_stake_destination @ 14bc6f9 */
function moveAutoStakeDestination(ctx: Ctx, netuid: NetUid, oldColdkey: AccountId, newColdkey: AccountId): void {
  const hotkey = S.AutoStakeDestination.take(ctx, oldColdkey, netuid);
  if (hotkey === undefined) return;
  S.AutoStakeDestination.set(ctx, newColdkey, netuid, hotkey);
  S.AutoStakeDestinationColdkeys.mutate(ctx, hotkey, netuid, (coldkeys) => [
    ...coldkeys.filter((coldkey) => coldkey !== oldColdkey && coldkey !== newColdkey), newColdkey,
  ]);
}

/** source: pallets/subtensor/src/swap/swap_coldkey.rs, transfer_coldkey_stake @ 14bc6f9 */
function moveColdkeyStake(ctx: Ctx, netuid: NetUid, oldColdkey: AccountId, newColdkey: AccountId): void {
  for (const hotkey of S.StakingHotkeys.get(ctx, oldColdkey)) {
    const from = { hotkey, coldkey: oldColdkey, netuid };
    const to = { hotkey, coldkey: newColdkey, netuid };
    const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, from);
    decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, from, alpha);
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, to, alpha);
    if (getStakeForHotkeyAndColdkeyOnSubnet(ctx, to) === 0n) continue;
    transferRootClaimedForNewKeys(ctx, netuid, from, to);
    if (netuid === ROOT_NETUID) maybeAddColdkeyIndex(ctx, newColdkey);
  }
  if (netuid === ROOT_NETUID) maybeRemoveColdkeyIndex(ctx, oldColdkey);
}

/** source: pallets/subtensor/src/swap/swap_coldkey.rs, transfer_staking_hotkeys @ 14bc6f9 */
function moveStakingHotkeys(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const moved = merged(S.StakingHotkeys.get(ctx, newColdkey), S.StakingHotkeys.get(ctx, oldColdkey));
  S.StakingHotkeys.remove(ctx, oldColdkey);
  S.StakingHotkeys.set(ctx, newColdkey, moved);
}

/** source: pallets/subtensor/src/swap/swap_coldkey.rs, transfer_hotkeys_ownership @ 14bc6f9 */
function moveOwnedHotkeys(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const owned = S.OwnedHotkeys.get(ctx, oldColdkey);
  for (const hotkey of owned) setHotkeyOwner(ctx, newColdkey, hotkey);
  const moved = merged(S.OwnedHotkeys.get(ctx, newColdkey), owned);
  S.OwnedHotkeys.remove(ctx, oldColdkey);
  S.OwnedHotkeys.set(ctx, newColdkey, moved);
}

function merged(present: readonly AccountId[], added: readonly AccountId[]): AccountId[] {
  const all = [...present];
  for (const hotkey of added) if (!all.includes(hotkey)) all.push(hotkey);
  return all;
}
