/** What a subnet is given this block: TAO and alpha for the pool, alpha for participants, TAO to buy alpha with. */

import type { StateCtx } from '@taonet/frame';
import { U64F64, U96F32, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { getAlphaIssuance } from './alpha.ts';
import { getBlockEmissionForIssuance } from './blockEmission.ts';
import { rootProportion } from './rootProportion.ts';
import type { SubnetEmission } from './subnetEmissions.ts';

/** Not yet cut to whole units. */
export interface SubnetTerms {
  readonly netuid: NetUid;
  readonly taoIn: U96F32;
  readonly alphaIn: U96F32;
  readonly alphaOut: U96F32;
  readonly excessTao: U96F32;
}

/**
 * Terms of every emitting subnet, all found before anything is injected.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, get_subnet_terms @ 14bc6f9
 */
export function getSubnetTerms(ctx: StateCtx, emissions: readonly SubnetEmission[]): SubnetTerms[] {
  return emissions.map(({ netuid, taoEmission }) => {
    const alphaEmission = U96F32.fromInt(getBlockEmissionForIssuance(ctx, getAlphaIssuance(ctx, netuid)));
    const price = U64F64.to(U96F32, currentAlphaPrice(ctx, netuid));
    const alphaInCap = U96F32.saturatingMul(rootProportion(ctx, netuid), alphaEmission);
    return computeSubnetTerms(netuid, { taoEmission, alphaEmission, price, alphaInCap });
  });
}

interface TermsInput {
  readonly taoEmission: U96F32;
  readonly alphaEmission: U96F32;
  /** TAO per alpha. */
  readonly price: U96F32;
  readonly alphaInCap: U96F32;
}

/**
 * TAO goes into the pool with alpha at the spot price. Beyond the cap, which falls as the subnet ages, it buys alpha instead.
 * At price 0 TAO is injected alone.
 */
function computeSubnetTerms(netuid: NetUid, { taoEmission, alphaEmission, price, alphaInCap }: TermsInput): SubnetTerms {
  const atPrice = U96F32.safeDiv(taoEmission, price);
  const capped = atPrice > alphaInCap;
  const taoIn = capped ? U96F32.saturatingMul(alphaInCap, price) : taoEmission;
  return {
    netuid, taoIn, alphaIn: capped ? alphaInCap : atPrice, alphaOut: alphaEmission,
    excessTao: U96F32.saturatingSub(taoEmission, taoIn),
  };
}
