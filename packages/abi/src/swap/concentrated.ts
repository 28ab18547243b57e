/**
 * What Swap had while pools were of concentrated liquidity (June 2025 to June 2026) and has no more, for extended builds: storage items,
 * events and errors after the last of today. The calls kept their places.
 *
 * source: pallets/swap/src/pallet/mod.rs @ 459fa72
 */

import { bool, extendedStorage, i64, item, map, optionalMap, row, twoxConcat, u128, u32, u64 } from '@taonet/codec';
import { u64f64 } from '../types/fixed.ts';
import { alphaBalance, netUid, tAccountId, taoBalance } from '../types/spelled.ts';
import { positionId, swapLayerLevel, swapPosition, swapTick, tickIndex } from '../types/swap.ts';

export const storageOfConcentrated = extendedStorage({
  FeeGlobalTao: map([twoxConcat(netUid)], u64f64, 0n as never),
  FeeGlobalAlpha: map([twoxConcat(netUid)], u64f64, 0n as never),
  Ticks: optionalMap([twoxConcat(netUid), twoxConcat(tickIndex)], swapTick),
  SwapV3Initialized: map([twoxConcat(netUid)], bool, false),
  AlphaSqrtPrice: map([twoxConcat(netUid)], u64f64, 0n as never),
  CurrentTick: map([twoxConcat(netUid)], tickIndex, 0),
  CurrentLiquidity: map([twoxConcat(netUid)], u64, 0n),
  EnabledUserLiquidity: map([twoxConcat(netUid)], bool, false),
  Positions: optionalMap([twoxConcat(netUid), twoxConcat(tAccountId), twoxConcat(positionId)], swapPosition),
  LastPositionId: item(u128, 0n),
  TickIndexBitmapWords: map([twoxConcat(netUid), twoxConcat(swapLayerLevel), twoxConcat(u32)], u128, 0n),
  ScrapReservoirTao: map([twoxConcat(netUid)], taoBalance, 0n),
});

export const eventsOfConcentrated = {
  UserLiquidityToggled: row(1, { netuid: netUid, enable: bool }),
  LiquidityAdded: row(2, {
    coldkey: tAccountId, hotkey: tAccountId, netuid: netUid, position_id: positionId, liquidity: u64, tao: taoBalance, alpha: alphaBalance,
    tick_low: tickIndex, tick_high: tickIndex,
  }),
  LiquidityRemoved: row(3, {
    coldkey: tAccountId, hotkey: tAccountId, netuid: netUid, position_id: positionId, liquidity: u64, tao: taoBalance, alpha: alphaBalance,
    fee_tao: taoBalance, fee_alpha: alphaBalance, tick_low: tickIndex, tick_high: tickIndex,
  }),
  LiquidityModified: row(4, {
    coldkey: tAccountId, hotkey: tAccountId, netuid: netUid, position_id: positionId, liquidity: i64, tao: i64, alpha: i64,
    fee_tao: taoBalance, fee_alpha: alphaBalance, tick_low: tickIndex, tick_high: tickIndex,
  }),
} as const;

export const errorsOfConcentrated = { LiquidityNotFound: 13, MaxPositionsExceeded: 14, TooManySwapSteps: 15, UserLiquidityDisabled: 16 } as const;
