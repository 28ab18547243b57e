/**
 * Where the share pool of a hotkey on a subnet is kept: shared value, denominator, one share per coldkey. Shares in the
 * older format are read first and moved to the newer one when they are written.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs, HotkeyAlphaSharePoolDataOperations; primitives/share-pool/src/lib.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import {
  computeShareValue, computeUpdateForAll, computeUpdateForOne, safeFloatFromU64F64, safeFloatIsZero, simUpdateForOne,
  type AccountId, type NetUid, type SafeFloat,
} from '@taonet/primitives';
import { S } from '../pallet.ts';

/** One hotkey's pool on one subnet. */
export interface PoolId {
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
}

function getDenominator(ctx: StateCtx, { hotkey, netuid }: PoolId): SafeFloat {
  const legacy = S.TotalHotkeyShares.tryGet(ctx, hotkey, netuid);
  return legacy === undefined ? S.TotalHotkeySharesV2.get(ctx, hotkey, netuid) : safeFloatFromU64F64(legacy);
}

/** The coldkey's share; undefined where there is no record. */
export function tryGetShare(ctx: StateCtx, { hotkey, netuid }: PoolId, coldkey: AccountId): SafeFloat | undefined {
  const legacy = S.Alpha.tryGet(ctx, hotkey, coldkey, netuid);
  return legacy === undefined ? S.AlphaV2.tryGet(ctx, hotkey, coldkey, netuid) : safeFloatFromU64F64(legacy);
}

/** Alpha of the coldkey's share; undefined without a record. source: try_get_value */
export function tryGetShareValue(ctx: StateCtx, pool: PoolId, coldkey: AccountId): bigint | undefined {
  const share = tryGetShare(ctx, pool, coldkey);
  if (share === undefined) return undefined;
  const sharedValue = S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid);
  return computeShareValue({ sharedValue, denominator: getDenominator(ctx, pool), share });
}

/** Adds `update` (i64) to the whole pool: every share is worth more or less. source: update_value_for_all */
export function updateValueForAll(ctx: StateCtx, pool: PoolId, update: bigint): void {
  setSharedValue(ctx, pool, computeUpdateForAll(S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid), update));
}

/** Adds `update` (i64) to one coldkey's share alone. source: update_value_for_one */
export function updateValueForOne(ctx: StateCtx, pool: PoolId, coldkey: AccountId, update: bigint): void {
  const before = {
    sharedValue: S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid),
    denominator: getDenominator(ctx, pool),
    share: tryGetShare(ctx, pool, coldkey) ?? ZERO,
  };
  const after = computeUpdateForOne(before, update);
  setDenominator(ctx, pool, after.denominator);
  setShare(ctx, pool, coldkey, after.share);
  setSharedValue(ctx, pool, after.sharedValue);
}

/** Whether adding `update` would change any share at all. source: sim_update_value_for_one */
export function simUpdateValueForOne(ctx: StateCtx, pool: PoolId, update: bigint): boolean {
  return simUpdateForOne({ sharedValue: S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid), denominator: getDenominator(ctx, pool) }, update);
}

const ZERO: SafeFloat = { mantissa: 0n, exponent: 0n };

function setSharedValue(ctx: StateCtx, { hotkey, netuid }: PoolId, value: bigint): void {
  if (value === 0n) S.TotalHotkeyAlpha.remove(ctx, hotkey, netuid);
  else S.TotalHotkeyAlpha.set(ctx, hotkey, netuid, value);
}

function setDenominator(ctx: StateCtx, { hotkey, netuid }: PoolId, denominator: SafeFloat): void {
  if (S.TotalHotkeyShares.has(ctx, hotkey, netuid)) S.TotalHotkeyShares.remove(ctx, hotkey, netuid);
  if (safeFloatIsZero(denominator)) S.TotalHotkeySharesV2.remove(ctx, hotkey, netuid);
  else S.TotalHotkeySharesV2.set(ctx, hotkey, netuid, denominator);
}

function setShare(ctx: StateCtx, { hotkey, netuid }: PoolId, coldkey: AccountId, share: SafeFloat): void {
  if (S.Alpha.has(ctx, hotkey, coldkey, netuid)) S.Alpha.remove(ctx, hotkey, coldkey, netuid);
  if (safeFloatIsZero(share)) S.AlphaV2.remove(ctx, hotkey, coldkey, netuid);
  else S.AlphaV2.set(ctx, hotkey, coldkey, netuid, share);
}
