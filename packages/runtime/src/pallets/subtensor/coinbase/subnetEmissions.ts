/**
 * Which subnets emission goes to, and how much TAO each gets: in proportion to moving price · (1 − share of withheld miner emission).
 *
 * source: pallets/subtensor/src/coinbase/subnet_emissions.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { compareNumbers, U64F64, U96F32, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { getMovingAlphaPrice } from '../staking/prices.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';

/** A subnet and its TAO of this block, before it is cut to whole rao. */
export interface SubnetEmission {
  readonly netuid: NetUid;
  readonly taoEmission: U96F32;
}

/** Subnets that have started, whose subtoken is enabled and that admit registrations; root never. source: get_subnets_to_emit_to */
export function getSubnetsToEmitTo(ctx: StateCtx, netuids: readonly NetUid[]): NetUid[] {
  return netuids.filter((netuid) =>
    netuid !== ROOT_NETUID &&
    S.FirstEmissionBlockNumber.has(ctx, netuid) &&
    S.SubtokenEnabled.get(ctx, netuid) &&
    S.NetworkRegistrationAllowed.get(ctx, netuid));
}

const sumOf = (values: readonly U64F64[]): U64F64 => values.reduce((sum, value) => U64F64.saturatingAdd(sum, value), U64F64.zero);

/**
 * Each subnet's TAO, in ascending order of subnet. A subnet with emission disabled gets none; the others share its part.
 *
 * source: get_subnet_block_emissions
 */
export function getSubnetBlockEmissions(ctx: StateCtx, netuids: readonly NetUid[], blockEmission: U96F32): SubnetEmission[] {
  const ascending = [...netuids].sort(compareNumbers);
  const shares = getShares(ctx, ascending);
  const enabled = ascending.map((netuid) => S.SubnetEmissionEnabled.get(ctx, netuid));
  const enabledSum = sumOf(shares.filter((_, i) => enabled[i]!));
  const anyDisabled = enabled.includes(false);
  const whole = U96F32.to(U64F64, blockEmission);
  return ascending.map((netuid, i) => {
    const share = !anyDisabled ? shares[i]! : enabled[i]! ? U64F64.safeDiv(shares[i]!, enabledSum) : U64F64.zero;
    return { netuid, taoEmission: U64F64.to(U96F32, U64F64.saturatingMul(whole, share)) };
  });
}

/**
 * Price shares weighted by what reaches miners, made to sum to 1 again. When that leaves nothing, the price shares themselves.
 *
 * source: get_shares
 */
function getShares(ctx: StateCtx, netuids: readonly NetUid[]): readonly U64F64[] {
  const priceShares = getSharesPriceEma(ctx, netuids);
  const weighted = netuids.map((netuid, i) => {
    const burned = U64F64.smaller(U96F32.to(U64F64, S.MinerBurned.get(ctx, netuid)), U64F64.one);
    return U64F64.saturatingMul(priceShares[i]!, U64F64.saturatingSub(U64F64.one, burned));
  });
  const total = sumOf(weighted);
  return total > 0n ? weighted.map((weight) => U64F64.safeDiv(weight, total)) : priceShares;
}

/** Each subnet's part of all moving prices; 0 when they are 0. source: get_shares_price_ema */
function getSharesPriceEma(ctx: StateCtx, netuids: readonly NetUid[]): U64F64[] {
  const prices = netuids.map((netuid) => getMovingAlphaPrice(ctx, netuid));
  const total = sumOf(prices);
  return prices.map((price) => U64F64.checkedDiv(price, total) ?? U64F64.zero);
}

/**
 * True when moving prices sum to more than 1: only then does stake on root earn alpha.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, get_network_root_sell_flag @ 14bc6f9
 */
export function getNetworkRootSellFlag(ctx: StateCtx, netuids: readonly NetUid[]): boolean {
  return sumOf(netuids.map((netuid) => getMovingAlphaPrice(ctx, netuid))) > U64F64.one;
}
