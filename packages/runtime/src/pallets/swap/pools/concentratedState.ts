/** A pool of concentrated liquidity in storage. source: pallets/swap/src/pallet/mod.rs @ 459fa72 */

import type { SwapLayerLevel, SwapPosition, SwapTick } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { BitmapLayer, ConcentratedChange, ConcentratedPool, Position, Tick, TickBook } from '@taonet/pools';
import { bytesToHex, saturatingAddU64, utf8ToBytes, type AccountId, type NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import { C, S } from '../pallet.ts';

/** Account id of pallet id `ten/swap`: the protocol's positions are its. source: protocol_account_id */
export const PROTOCOL_ACCOUNT: AccountId = bytesToHex(utf8ToBytes('modlten/swap')).padEnd(64, '0');

const LAYERS: Readonly<Record<BitmapLayer, SwapLayerLevel>> = { 0: 'Top', 1: 'Middle', 2: 'Bottom' };

const tickOf = ({ liquidity_net, liquidity_gross, fees_out_tao, fees_out_alpha }: SwapTick): Tick =>
  ({ liquidityNet: liquidity_net, liquidityGross: liquidity_gross, feesOutTao: fees_out_tao, feesOutAlpha: fees_out_alpha });
const storedTick = ({ liquidityNet, liquidityGross, feesOutTao, feesOutAlpha }: Tick): SwapTick =>
  ({ liquidity_net: liquidityNet, liquidity_gross: liquidityGross, fees_out_tao: feesOutTao, fees_out_alpha: feesOutAlpha });

export const positionOf = ({ tick_low, tick_high, liquidity, fees_tao, fees_alpha }: SwapPosition): Position =>
  ({ tickLow: tick_low, tickHigh: tick_high, liquidity, feesTao: fees_tao, feesAlpha: fees_alpha });

function bookOf(ctx: StateCtx, netuid: NetUid): TickBook {
  return {
    tick(index) {
      const tick = S.Ticks.get(ctx, netuid, index);
      return tick === undefined ? undefined : tickOf(tick);
    },
    word: (layer, index) => S.TickIndexBitmapWords.get(ctx, netuid, LAYERS[layer], index),
  };
}

/** What it holds of TAO: the protocol's and what positions provided. source: pallets/subtensor/src/lib.rs, CurrencyReserve @ 459fa72 */
const taoReserve = (ctx: StateCtx, netuid: NetUid): bigint => saturatingAddU64(Subtensor.SubnetTAO.get(ctx, netuid), Subtensor.SubnetTaoProvided.get(ctx, netuid));
const alphaReserve = (ctx: StateCtx, netuid: NetUid): bigint => saturatingAddU64(Subtensor.SubnetAlphaIn.get(ctx, netuid), Subtensor.SubnetAlphaInProvided.get(ctx, netuid));

/** Everything an operation on the subnet's pool reads. */
export function getConcentratedPool(ctx: StateCtx, netuid: NetUid): ConcentratedPool {
  return {
    taoReserveRao: taoReserve(ctx, netuid),
    alphaReserveRao: alphaReserve(ctx, netuid),
    initialized: S.SwapV3Initialized.get(ctx, netuid),
    sqrtPrice: S.AlphaSqrtPrice.get(ctx, netuid),
    currentTick: S.CurrentTick.get(ctx, netuid),
    liquidity: S.CurrentLiquidity.get(ctx, netuid),
    feeGlobalTao: S.FeeGlobalTao.get(ctx, netuid),
    feeGlobalAlpha: S.FeeGlobalAlpha.get(ctx, netuid),
    feeRateU16: S.FeeRate.get(ctx, netuid),
    reserveMinRao: C.MinimumReserve(ctx),
    book: bookOf(ctx, netuid),
  };
}

/** Writes what an operation changed; a pool that begins gets the protocol's position. */
export function writeChange(ctx: StateCtx, netuid: NetUid, change: ConcentratedChange): void {
  if (change.sqrtPrice !== undefined) S.AlphaSqrtPrice.set(ctx, netuid, change.sqrtPrice);
  if (change.currentTick !== undefined) S.CurrentTick.set(ctx, netuid, change.currentTick);
  if (change.liquidity !== undefined) S.CurrentLiquidity.set(ctx, netuid, change.liquidity);
  if (change.feeGlobalTao !== undefined) S.FeeGlobalTao.set(ctx, netuid, change.feeGlobalTao);
  if (change.feeGlobalAlpha !== undefined) S.FeeGlobalAlpha.set(ctx, netuid, change.feeGlobalAlpha);
  for (const [index, tick] of change.ticks) {
    if (tick === undefined) S.Ticks.remove(ctx, netuid, index);
    else S.Ticks.set(ctx, netuid, index, storedTick(tick));
  }
  for (const { layer, index, bits } of change.words) S.TickIndexBitmapWords.set(ctx, netuid, LAYERS[layer], index, bits);
  if (change.initialized === true) S.SwapV3Initialized.set(ctx, netuid, true);
  if (change.protocolPosition !== undefined) writePosition(ctx, netuid, PROTOCOL_ACCOUNT, newPositionId(ctx), change.protocolPosition);
  if (change.scraps !== undefined) writeScraps(ctx, netuid, change.scraps);
}

/** source: position.rs, PositionId::new */
export function newPositionId(ctx: StateCtx): bigint {
  const id = S.LastPositionId.get(ctx) + 1n;
  S.LastPositionId.set(ctx, id);
  return id;
}

export function writePosition(ctx: StateCtx, netuid: NetUid, owner: AccountId, id: bigint, position: Position): void {
  S.Positions.set(ctx, netuid, owner, id, {
    id, netuid, tick_low: position.tickLow, tick_high: position.tickHigh, liquidity: position.liquidity, fees_tao: position.feesTao, fees_alpha: position.feesAlpha,
  });
}

export function writeScraps(ctx: StateCtx, netuid: NetUid, scraps: { readonly tao: bigint; readonly alpha: bigint }): void {
  S.ScrapReservoirTao.set(ctx, netuid, scraps.tao);
  S.ScrapReservoirAlpha.set(ctx, netuid, scraps.alpha);
}

/** Number and figures of the protocol's position; undefined while the pool has not begun. */
export function getProtocolPosition(ctx: StateCtx, netuid: NetUid): { readonly id: bigint; readonly position: Position } | undefined {
  const first = S.Positions.entries(ctx, netuid, PROTOCOL_ACCOUNT)[0];
  return first === undefined ? undefined : { id: first[1].id, position: positionOf(first[1]) };
}

/** Removes all that a pool of this kind keeps, the fee rate excepted. source: do_clear_protocol_liquidity */
export function forgetConcentrated(ctx: StateCtx, netuid: NetUid): void {
  S.Positions.clearPrefix(ctx, netuid);
  S.Ticks.clearPrefix(ctx, netuid);
  S.TickIndexBitmapWords.clearPrefix(ctx, netuid);
  for (const item of [S.FeeGlobalTao, S.FeeGlobalAlpha, S.AlphaSqrtPrice] as const) item.remove(ctx, netuid);
  S.CurrentLiquidity.remove(ctx, netuid);
  S.CurrentTick.remove(ctx, netuid);
  S.SwapV3Initialized.remove(ctx, netuid);
  S.EnabledUserLiquidity.remove(ctx, netuid);
  S.ScrapReservoirTao.remove(ctx, netuid);
  S.ScrapReservoirAlpha.remove(ctx, netuid);
}
