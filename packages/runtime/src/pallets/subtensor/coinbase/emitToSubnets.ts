/** TAO and alpha into pools, then alpha for participants into what is pending until the epoch. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { saturatingAddU64, U16_MAX, U96F32, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { mintAlphaOut, recycleSubnetAlpha } from './alpha.ts';
import { injectAndMaybeSwap } from './injectAndMaybeSwap.ts';
import { rootProportion } from './rootProportion.ts';
import type { SubnetEmission } from './subnetEmissions.ts';
import { getSubnetTerms } from './subnetTerms.ts';

const HALF = U96F32.fromRational(1n, 2n);

/** `SubnetOwnerCut` as a share of 1. source: pallets/subtensor/src/utils/misc.rs, get_float_subnet_owner_cut @ 14bc6f9 */
export function getFloatSubnetOwnerCut(ctx: StateCtx): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(S.SubnetOwnerCut.get(ctx)), U96F32.fromInt(U16_MAX));
}

export interface BlockEmission {
  /** Emitting subnets in the order of NetworksAdded. */
  readonly netuids: readonly NetUid[];
  readonly emissions: readonly SubnetEmission[];
  /** TAO made for this block, rao. */
  readonly credit: bigint;
  readonly rootSellFlag: boolean;
}

/** source: pallets/subtensor/src/coinbase/run_coinbase.rs, emit_to_subnets @ 14bc6f9 */
export function emitToSubnets(ctx: Ctx, { netuids, emissions, credit, rootSellFlag }: BlockEmission): void {
  const ascending = getSubnetTerms(ctx, emissions);
  const termsOf = new Map(ascending.map((terms) => [terms.netuid, terms] as const));
  const terms = netuids.map((netuid) => termsOf.get(netuid)!);
  injectAndMaybeSwap(ctx, terms, credit);
  const ownerCut = getFloatSubnetOwnerCut(ctx);
  for (const { netuid, alphaOut } of terms) emitAlphaOut(ctx, netuid, alphaOut, { ownerCut, rootSellFlag });
}

/**
 * Owner's cut first; half of the rest to miners; the other half to validators, of which root stake's part is kept apart or,
 * while root does not earn, recycled. The root proportion is the one after this block's injections.
 */
function emitAlphaOut(ctx: Ctx, netuid: NetUid, alphaOut: U96F32, { ownerCut, rootSellFlag }: { ownerCut: U96F32; rootSellFlag: boolean }): void {
  const created = U96F32.saturatingToU64(alphaOut);
  S.SubnetAlphaOutEmission.set(ctx, netuid, created);
  mintAlphaOut(ctx, netuid, created);

  let rest = alphaOut;
  if (S.OwnerCutEnabled.get(ctx, netuid)) {
    const cut = U96F32.saturatingMul(alphaOut, ownerCut);
    rest = U96F32.saturatingSub(alphaOut, cut);
    addPending(ctx, S.PendingOwnerCut, netuid, cut);
  }

  const root = U96F32.saturatingMul(U96F32.saturatingMul(rootProportion(ctx, netuid), rest), HALF);
  const server = U96F32.saturatingMul(rest, HALF);
  const validator = U96F32.saturatingSub(U96F32.saturatingSub(rest, server), root);
  addPending(ctx, S.PendingServerEmission, netuid, server);
  addPending(ctx, S.PendingValidatorEmission, netuid, validator);
  if (rootSellFlag) addPending(ctx, S.PendingRootAlphaDivs, netuid, root);
  else recycleSubnetAlpha(ctx, netuid, U96F32.saturatingToU64(root));
}

function addPending(ctx: StateCtx, pending: typeof S.PendingOwnerCut, netuid: NetUid, alpha: U96F32): void {
  pending.mutate(ctx, netuid, (total) => saturatingAddU64(total, U96F32.saturatingToU64(alpha)));
}
