/** Pool balances, positions and swap simulation. */

import { i128, i32, plainEnum, struct, type ValueOf, u128, u64, wrapped } from '@taonet/codec';
import { perquintill } from './arithmetic.ts';
import { i64f64 } from './fixed.ts';
import { alphaBalance, netUid, taoBalance } from './spelled.ts';

/** `pallet_subtensor_swap::pallet::balancer::Balancer` */
export const balancer = struct('pallet_subtensor_swap::pallet::balancer::Balancer', { quote: perquintill });
export type Balancer = ValueOf<typeof balancer>;

/** `pallet_subtensor_swap::pallet::TickIndex` */
export const tickIndex = wrapped('pallet_subtensor_swap::pallet::TickIndex', i32);
export type TickIndex = ValueOf<typeof tickIndex>;

/** `pallet_subtensor_swap::pallet::PositionId` */
export const positionId = wrapped('pallet_subtensor_swap::pallet::PositionId', u128);
export type PositionId = ValueOf<typeof positionId>;

/** `pallet_subtensor_swap::tick::Tick`, in extended builds. */
export const swapTick = struct('pallet_subtensor_swap::tick::Tick', { liquidity_net: i128, liquidity_gross: u64, fees_out_tao: i64f64, fees_out_alpha: i64f64 });
export type SwapTick = ValueOf<typeof swapTick>;

/** `pallet_subtensor_swap::position::Position`, in extended builds. */
export const swapPosition = struct('pallet_subtensor_swap::position::Position', {
  id: positionId,
  netuid: netUid,
  tick_low: tickIndex,
  tick_high: tickIndex,
  liquidity: u64,
  fees_tao: i64f64,
  fees_alpha: i64f64,
});
export type SwapPosition = ValueOf<typeof swapPosition>;

/** `pallet_subtensor_swap::tick::LayerLevel`, in extended builds. */
export const swapLayerLevel = plainEnum('pallet_subtensor_swap::tick::LayerLevel', { Top: 0, Middle: 1, Bottom: 2 });
export type SwapLayerLevel = ValueOf<typeof swapLayerLevel>;

/** `pallet_subtensor_swap_runtime_api::SubnetPrice` */
export const subnetPrice = struct('pallet_subtensor_swap_runtime_api::SubnetPrice', { netuid: netUid, price: u64 });
export type SubnetPrice = ValueOf<typeof subnetPrice>;

/** `pallet_subtensor_swap_runtime_api::SimSwapResult` */
export const simSwapResult = struct('pallet_subtensor_swap_runtime_api::SimSwapResult', {
  tao_amount: taoBalance,
  alpha_amount: alphaBalance,
  tao_fee: taoBalance,
  alpha_fee: alphaBalance,
  tao_slippage: taoBalance,
  alpha_slippage: alphaBalance,
});
export type SimSwapResult = ValueOf<typeof simSwapResult>;
