/** What each subnet is given in a block: TAO and alpha for its pool, alpha for its participants. */

import type { StateCtx } from '@taonet/frame';
import { U96F32, type NetUid } from '@taonet/primitives';
import { getAlphaIssuance } from '../../../pallets/subtensor/coinbase/alpha.ts';
import { getBlockEmissionForIssuance } from '../../../pallets/subtensor/coinbase/blockEmission.ts';
import { S } from '../pallet.ts';
import { getAlphaPrice } from '../staking/poolSwaps.ts';
import { getMovingAlphaPrice } from './movingPrice.ts';

/** Not yet cut to whole units. */
export interface SubnetTerms {
  readonly netuid: NetUid;
  readonly taoIn: U96F32;
  readonly alphaIn: U96F32;
  readonly alphaOut: U96F32;
}

/** Subnets that were started. source: pallets/subtensor/src/coinbase/run_coinbase.rs, run_coinbase @ 1b0c63a */
export function getSubnetsToEmitTo(ctx: StateCtx, netuids: readonly NetUid[]): NetUid[] {
  return netuids.filter((netuid) => S.FirstEmissionBlockNumber.has(ctx, netuid));
}

/**
 * Terms of every emitting subnet, all found before anything is injected. TAO is shared by moving price; alpha goes with it at the
 * spot price, at most as much as the subnet makes in a block (then the price rises). A subnet that admits nobody gets no TAO, but
 * the alpha that would go with it.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, run_coinbase, steps 2 and 3 @ 1b0c63a
 */
export function getSubnetTerms(ctx: StateCtx, netuids: readonly NetUid[], blockEmission: U96F32): SubnetTerms[] {
  const prices = netuids.map((netuid) => getMovingAlphaPrice(ctx, netuid));
  const totalPrices = prices.reduce((sum, price) => U96F32.saturatingAdd(sum, price), U96F32.zero);
  return netuids.map((netuid, i): SubnetTerms => {
    const share = U96F32.checkedDiv(U96F32.saturatingMul(blockEmission, prices[i]!), totalPrices) ?? U96F32.zero;
    const alphaOut = U96F32.fromInt(getBlockEmissionForIssuance(ctx, getAlphaIssuance(ctx, netuid)));
    const atPrice = U96F32.checkedDiv(share, getAlphaPrice(ctx, netuid)) ?? alphaOut;
    return { netuid, taoIn: admitsAnybody(ctx, netuid) ? share : U96F32.zero, alphaIn: U96F32.smaller(atPrice, alphaOut), alphaOut };
  });
}

function admitsAnybody(ctx: StateCtx, netuid: NetUid): boolean {
  return S.NetworkRegistrationAllowed.get(ctx, netuid) || S.NetworkPowRegistrationAllowed.get(ctx, netuid);
}
