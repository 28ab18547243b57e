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

/** A figure, and whether it stands in the older format. */
interface Read {
  readonly value: SafeFloat;
  readonly legacy: boolean;
}

const ZERO: SafeFloat = { mantissa: 0n, exponent: 0n };

function readDenominator(ctx: StateCtx, { hotkey, netuid }: PoolId): Read {
  const legacy = S.TotalHotkeyShares.tryGet(ctx, hotkey, netuid);
  if (legacy !== undefined) return { value: safeFloatFromU64F64(legacy), legacy: true };
  return { value: S.TotalHotkeySharesV2.get(ctx, hotkey, netuid), legacy: false };
}

function readShare(ctx: StateCtx, { hotkey, netuid }: PoolId, coldkey: AccountId): Read | undefined {
  const legacy = S.Alpha.tryGet(ctx, hotkey, coldkey, netuid);
  if (legacy !== undefined) return { value: safeFloatFromU64F64(legacy), legacy: true };
  const value = S.AlphaV2.tryGet(ctx, hotkey, coldkey, netuid);
  return value === undefined ? undefined : { value, legacy: false };
}

/** The coldkey's share; undefined where there is no record. */
export function tryGetShare(ctx: StateCtx, pool: PoolId, coldkey: AccountId): SafeFloat | undefined {
  return readShare(ctx, pool, coldkey)?.value;
}

/** Alpha of the coldkey's share; undefined without a record. source: try_get_value */
export function tryGetShareValue(ctx: StateCtx, pool: PoolId, coldkey: AccountId): bigint | undefined {
  const share = tryGetShare(ctx, pool, coldkey);
  if (share === undefined) return undefined;
  const sharedValue = S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid);
  return computeShareValue({ sharedValue, denominator: readDenominator(ctx, pool).value, share });
}

/** Adds `update` (i64) to the whole pool: every share is worth more or less. source: update_value_for_all */
export function updateValueForAll(ctx: StateCtx, pool: PoolId, update: bigint): void {
  setSharedValue(ctx, pool, computeUpdateForAll(S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid), update));
}

/** Adds `update` (i64) to one coldkey's share alone. source: update_value_for_one */
export function updateValueForOne(ctx: StateCtx, pool: PoolId, coldkey: AccountId, update: bigint): void {
  const denominator = readDenominator(ctx, pool);
  const share = readShare(ctx, pool, coldkey) ?? { value: ZERO, legacy: false };
  const sharedValue = S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid);
  const after = computeUpdateForOne({ sharedValue, denominator: denominator.value, share: share.value }, update);
  setDenominator(ctx, pool, after.denominator, denominator.legacy);
  setShare(ctx, pool, { coldkey, share: after.share, legacy: share.legacy });
  setSharedValue(ctx, pool, after.sharedValue);
}

/** Whether adding `update` would change any share at all. source: sim_update_value_for_one */
export function simUpdateValueForOne(ctx: StateCtx, pool: PoolId, update: bigint): boolean {
  return simUpdateForOne({ sharedValue: S.TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid), denominator: readDenominator(ctx, pool).value }, update);
}

function setSharedValue(ctx: StateCtx, { hotkey, netuid }: PoolId, value: bigint): void {
  if (value === 0n) S.TotalHotkeyAlpha.remove(ctx, hotkey, netuid);
  else S.TotalHotkeyAlpha.set(ctx, hotkey, netuid, value);
}

function setDenominator(ctx: StateCtx, { hotkey, netuid }: PoolId, denominator: SafeFloat, legacy: boolean): void {
  if (legacy) S.TotalHotkeyShares.remove(ctx, hotkey, netuid);
  if (safeFloatIsZero(denominator)) S.TotalHotkeySharesV2.remove(ctx, hotkey, netuid);
  else S.TotalHotkeySharesV2.set(ctx, hotkey, netuid, denominator);
}

function setShare(ctx: StateCtx, { hotkey, netuid }: PoolId, { coldkey, share, legacy }: { readonly coldkey: AccountId; readonly share: SafeFloat; readonly legacy: boolean }): void {
  if (legacy) S.Alpha.remove(ctx, hotkey, coldkey, netuid);
  if (safeFloatIsZero(share)) S.AlphaV2.remove(ctx, hotkey, coldkey, netuid);
  else S.AlphaV2.set(ctx, hotkey, coldkey, netuid, share);
}
