/** TAO and alpha into pools; owners' cuts; root's part of the alpha sold at once; the rest pending until the epoch. */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, U96F32, type NetUid } from '@taonet/primitives';
import { getFloatSubnetOwnerCut } from '../../../pallets/subtensor/coinbase/emitToSubnets.ts';
import { rootProportion } from '../../../pallets/subtensor/coinbase/rootProportion.ts';
import { S } from '../pallet.ts';
import { swapAlphaForTao } from '../staking/poolSwaps.ts';
import type { SubnetTerms } from './subnetTerms.ts';

const HALF = U96F32.fromRational(1n, 2n);

/** source: pallets/subtensor/src/coinbase/run_coinbase.rs, run_coinbase, steps 4 to 6 @ 1b0c63a */
export function emitToSubnets(ctx: StateCtx, terms: readonly SubnetTerms[]): void {
  for (const each of terms) inject(ctx, each);
  const cutShare = getFloatSubnetOwnerCut(ctx);
  const rests = terms.map((each) => takeOwnerCut(ctx, each, cutShare));
  terms.forEach(({ netuid }, i) => emitAlpha(ctx, netuid, rests[i]!));
}

/** TAO comes into being here: no account holds it, only the counters rise. */
function inject(ctx: StateCtx, { netuid, taoIn, alphaIn, alphaOut }: SubnetTerms): void {
  const [tao, intoPool, outside] = [U96F32.saturatingToU64(taoIn), U96F32.saturatingToU64(alphaIn), U96F32.saturatingToU64(alphaOut)];
  S.SubnetAlphaInEmission.set(ctx, netuid, intoPool);
  S.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingAddU64(total, intoPool));
  S.SubnetAlphaOutEmission.set(ctx, netuid, outside);
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, outside));
  S.SubnetTaoInEmission.set(ctx, netuid, tao);
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, tao));
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, tao));
  S.TotalIssuance.mutate(ctx, (total) => saturatingAddU64(total, tao));
}

/** returns: alpha left for everybody else */
function takeOwnerCut(ctx: StateCtx, { netuid, alphaOut }: SubnetTerms, cutShare: U96F32): U96F32 {
  const cut = U96F32.saturatingMul(alphaOut, cutShare);
  addPending(ctx, S.PendingOwnerCut, netuid, U96F32.saturatingToU64(cut));
  return U96F32.saturatingSub(alphaOut, cut);
}

/**
 * Of validators' half the part that root's stake earns is sold for TAO; what a pool that is too small refuses brings nothing but
 * counts as sold. The root proportion is the one after all injections and after the sales of the subnets before.
 */
function emitAlpha(ctx: StateCtx, netuid: NetUid, rest: U96F32): void {
  const root = U96F32.saturatingMul(U96F32.saturatingMul(rootProportion(ctx, netuid), rest), HALF);
  const sold = U96F32.saturatingToU64(root);
  const tao = swapAlphaForTao(ctx, netuid, sold);
  addPending(ctx, S.PendingAlphaSwapped, netuid, sold);
  addPending(ctx, S.PendingEmission, netuid, U96F32.saturatingToU64(U96F32.saturatingSub(rest, root)));
  addPending(ctx, S.PendingRootDivs, netuid, tao);
}

function addPending(ctx: StateCtx, pending: typeof S.PendingOwnerCut | typeof S.PendingRootDivs, netuid: NetUid, amount: bigint): void {
  pending.mutate(ctx, netuid, (total) => saturatingAddU64(total, amount));
}
