/**
 * Stake of May 2025: the share pool of every hotkey on every subnet, in U64F64. Amounts are alpha (10⁻⁹); records that become
 * zero are removed.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs, HotkeyAlphaSharePoolDataOperations and the functions named @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import {
  computeShareValueU64F64, computeUpdateForAll, computeUpdateForOneU64F64, simUpdateForOneU64F64,
  type AccountId, type NetUid, type SharePoolU64F64,
} from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { addStakingHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import type { StakeKey } from '../../../pallets/subtensor/staking/stakeShares.ts';

export type { StakeKey } from '../../../pallets/subtensor/staking/stakeShares.ts';

/** Upstream hands amounts to the share pool as i64 and lets them wrap. */
const asI64 = (amount: bigint): bigint => BigInt.asIntN(64, amount);
const positive = (actual: bigint): bigint => (actual > 0n ? actual : 0n);

function getPool(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): SharePoolU64F64 {
  return { sharedValue: S.TotalHotkeyAlpha.get(ctx, hotkey, netuid), denominator: S.TotalHotkeyShares.get(ctx, hotkey, netuid) };
}

function setSharedValue(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, value: bigint): void {
  if (value === 0n) S.TotalHotkeyAlpha.remove(ctx, hotkey, netuid);
  else S.TotalHotkeyAlpha.set(ctx, hotkey, netuid, value);
}

function updateValueForAll(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, update: bigint): void {
  setSharedValue(ctx, hotkey, netuid, computeUpdateForAll(S.TotalHotkeyAlpha.get(ctx, hotkey, netuid), update));
}

/** returns: what the share really changed by */
function updateValueForOne(ctx: StateCtx, { hotkey, coldkey, netuid }: StakeKey, update: bigint): bigint {
  const after = computeUpdateForOneU64F64({ ...getPool(ctx, hotkey, netuid), share: S.Alpha.get(ctx, hotkey, coldkey, netuid) }, update);
  if (after.denominator === 0n) S.TotalHotkeyShares.remove(ctx, hotkey, netuid);
  else S.TotalHotkeyShares.set(ctx, hotkey, netuid, after.denominator);
  if (after.share === 0n) S.Alpha.remove(ctx, hotkey, coldkey, netuid);
  else S.Alpha.set(ctx, hotkey, coldkey, netuid, after.share);
  setSharedValue(ctx, hotkey, netuid, after.sharedValue);
  return after.actualUpdate;
}

/** Alpha of one coldkey on one hotkey of one subnet, floored. source: get_stake_for_hotkey_and_coldkey_on_subnet */
export function getStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, { hotkey, coldkey, netuid }: StakeKey): bigint {
  const share = S.Alpha.tryGet(ctx, hotkey, coldkey, netuid);
  return share === undefined ? 0n : computeShareValueU64F64({ ...getPool(ctx, hotkey, netuid), share });
}

/** All coldkeys' alpha on the hotkey. source: get_stake_for_hotkey_on_subnet */
export function getStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): bigint {
  return S.TotalHotkeyAlpha.get(ctx, hotkey, netuid);
}

/** source: has_enough_stake_on_subnet */
export function hasEnoughStakeOnSubnet(ctx: StateCtx, key: StakeKey, alpha: bigint): boolean {
  return getStakeForHotkeyAndColdkeyOnSubnet(ctx, key) >= alpha;
}

/** Adds alpha for all who have stake on the hotkey. source: increase_stake_for_hotkey_on_subnet */
export function increaseStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): void {
  updateValueForAll(ctx, hotkey, netuid, asI64(alpha));
}

/** Takes alpha from all who have stake on the hotkey. source: decrease_stake_for_hotkey_on_subnet */
export function decreaseStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): void {
  updateValueForAll(ctx, hotkey, netuid, -asI64(alpha));
}

/**
 * Adds alpha to one coldkey's stake, and the hotkey to the coldkey's list.
 *
 * returns: alpha added · source: increase_stake_for_hotkey_and_coldkey_on_subnet
 */
export function increaseStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, key: StakeKey, alpha: bigint): bigint {
  if (alpha !== 0n) addStakingHotkey(ctx, key.coldkey, key.hotkey);
  return positive(updateValueForOne(ctx, key, asI64(alpha)));
}

/** Whether so much alpha would buy any share at all. source: try_increase_stake_for_hotkey_and_coldkey_on_subnet */
export function tryIncreaseStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): boolean {
  return simUpdateForOneU64F64(getPool(ctx, hotkey, netuid), asI64(alpha));
}

/**
 * Takes alpha from one coldkey's stake: nothing when there is not enough, everything when too small a rest would stay.
 *
 * returns: alpha taken · source: decrease_stake_for_hotkey_and_coldkey_on_subnet
 */
export function decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, key: StakeKey, alpha: bigint): bigint {
  if (!S.Alpha.has(ctx, key.hotkey, key.coldkey, key.netuid) || !hasEnoughStakeOnSubnet(ctx, key, alpha)) return 0n;
  return positive(-updateValueForOne(ctx, key, -asI64(alpha)));
}
