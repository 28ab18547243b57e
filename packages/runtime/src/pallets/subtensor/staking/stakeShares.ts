/** Reading and changing stake. Amounts are alpha, 10⁻⁹. source: pallets/subtensor/src/staking/stake_utils.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { addStakingHotkey } from './accounts.ts';
import { simUpdateValueForOne, tryGetShareValue, updateValueForAll, updateValueForOne } from './sharePools.ts';

/** One coldkey's stake on one hotkey of one subnet. */
export interface StakeKey {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly netuid: NetUid;
}

/** Upstream hands amounts to the share pool as i64 and lets them wrap. */
const asI64 = (alpha: bigint): bigint => BigInt.asIntN(64, alpha);

/** source: get_stake_for_hotkey_and_coldkey_on_subnet */
export function getStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, { coldkey, ...pool }: StakeKey): bigint {
  return tryGetShareValue(ctx, pool, coldkey) ?? 0n;
}

/** All coldkeys' stake on the hotkey. source: get_stake_for_hotkey_on_subnet */
export function getStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): bigint {
  return S.TotalHotkeyAlpha.get(ctx, hotkey, netuid);
}

/** Adds alpha for all who have stake on the hotkey. source: increase_stake_for_hotkey_on_subnet */
export function increaseStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): void {
  updateValueForAll(ctx, { hotkey, netuid }, asI64(alpha));
}

/** Adds alpha to one coldkey's stake. source: increase_stake_for_hotkey_and_coldkey_on_subnet */
export function increaseStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, { coldkey, ...pool }: StakeKey, alpha: bigint): void {
  if (alpha !== 0n) addStakingHotkey(ctx, coldkey, pool.hotkey);
  updateValueForOne(ctx, pool, coldkey, asI64(alpha));
}

/** Whether so much alpha would buy any share at all. source: try_increase_stake_for_hotkey_and_coldkey_on_subnet */
export function tryIncreaseStakeForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, alpha: bigint): boolean {
  return simUpdateValueForOne(ctx, { hotkey, netuid }, asI64(alpha));
}

/** Takes alpha from one coldkey's stake; silently nothing when there is not enough. source: decrease_stake_for_hotkey_and_coldkey_on_subnet */
export function decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx: StateCtx, { coldkey, ...pool }: StakeKey, alpha: bigint): void {
  const value = tryGetShareValue(ctx, pool, coldkey);
  if (value !== undefined && value >= alpha) updateValueForOne(ctx, pool, coldkey, -asI64(alpha));
}
