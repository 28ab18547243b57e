/** Pool balances, positions and swap simulation. */

import { i32, struct, type ValueOf, u128, u64, wrapped } from '@taonet/codec';
import { perquintill } from './arithmetic.ts';
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
