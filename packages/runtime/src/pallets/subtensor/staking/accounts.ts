/** Hotkeys, who owns them, and what is counted over all of them. source: pallets/subtensor/src/staking/helpers.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, U16_MAX, U96F32, type AccountId } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { isSubnetAccountId } from '../subnets/subnetwork.ts';

/** True when the hotkey has an owner. source: hotkey_account_exists */
export function hotkeyAccountExists(ctx: StateCtx, hotkey: AccountId): boolean {
  return S.Owner.has(ctx, hotkey);
}

/** source: coldkey_owns_hotkey */
export function coldkeyOwnsHotkey(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): boolean {
  return S.Owner.tryGet(ctx, hotkey) === coldkey;
}

/** Refuses NonAssociatedColdKey unless `coldkey` owns the hotkey. */
export function ensureColdkeyOwnsHotkey(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  const owner = S.Owner.tryGet(ctx, hotkey);
  ensure(owner === coldkey, E.NonAssociatedColdKey, { hotkey, actual: coldkey, required: owner });
}

/** Refuses NonAssociatedColdKey when somebody else owns the hotkey. */
export function ensureNobodyElseOwnsHotkey(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  if (hotkeyAccountExists(ctx, hotkey)) ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
}

/** The owner; the zero account for a hotkey nobody owns. source: get_owning_coldkey_for_hotkey */
export function getOwningColdkeyForHotkey(ctx: StateCtx, hotkey: AccountId): AccountId {
  return S.Owner.get(ctx, hotkey);
}

/** The part of dividends the hotkey's owner keeps, as a share of 1. source: get_hotkey_take_float */
export function getHotkeyTakeFloat(ctx: StateCtx, hotkey: AccountId): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(S.Delegates.get(ctx, hotkey)), U96F32.fromInt(U16_MAX));
}

/** Gives the hotkey an entry in Delegates, with the take it has anyway. source: maybe_become_delegate */
export function maybeBecomeDelegate(ctx: StateCtx, hotkey: AccountId): void {
  if (!S.Delegates.has(ctx, hotkey)) S.Delegates.set(ctx, hotkey, S.Delegates.get(ctx, hotkey));
}

/**
 * Makes `coldkey` the owner of a hotkey nobody owns; nothing for one that has an owner.
 *
 * refuses CannotUseSystemAccount
 * source: create_account_if_non_existent
 */
export function createAccountIfNonExistent(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(isSubnetAccountId(hotkey) === undefined, E.CannotUseSystemAccount, { hotkey });
  if (hotkeyAccountExists(ctx, hotkey)) return;
  S.Owner.set(ctx, hotkey, coldkey);
  addOwnedHotkey(ctx, coldkey, hotkey);
  addStakingHotkey(ctx, coldkey, hotkey);
}

/**
 * Replaces the owner.
 *
 * refuses CannotUseSystemAccount
 * source: set_hotkey_owner
 */
export function setHotkeyOwner(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(isSubnetAccountId(hotkey) === undefined, E.CannotUseSystemAccount, { hotkey });
  S.Owner.set(ctx, hotkey, coldkey);
}

/** Notes that the coldkey owns the hotkey. */
export function addOwnedHotkey(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  appendOnce(ctx, S.OwnedHotkeys, coldkey, hotkey);
}

/** Notes that the coldkey has stake on the hotkey. */
export function addStakingHotkey(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId): void {
  appendOnce(ctx, S.StakingHotkeys, coldkey, hotkey);
}

/** source: increase_total_stake */
export function increaseTotalStake(ctx: StateCtx, rao: bigint): void {
  S.TotalStake.set(ctx, saturatingAddU64(S.TotalStake.get(ctx), rao));
}

function appendOnce(ctx: StateCtx, list: typeof S.OwnedHotkeys, coldkey: AccountId, hotkey: AccountId): void {
  const hotkeys = list.get(ctx, coldkey);
  if (!hotkeys.includes(hotkey)) list.set(ctx, coldkey, [...hotkeys, hotkey]);
}
