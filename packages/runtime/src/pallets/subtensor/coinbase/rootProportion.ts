/** How much of a subnet's validator dividends belongs to stake on root. */

import type { StateCtx } from '@taonet/frame';
import { U64_MAX, U96F32, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { getAlphaIssuance } from './alpha.ts';
import { getSubnetsToEmitTo } from './subnetEmissions.ts';

const WHOLE = U96F32.fromInt(U64_MAX);

/** `TaoWeight` as a share of 1. source: pallets/subtensor/src/staking/stake_utils.rs, get_tao_weight @ 14bc6f9 */
export function getTaoWeight(ctx: StateCtx): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(S.TaoWeight.get(ctx)), WHOLE);
}

/** `CKBurn` as a share of 1. source: pallets/subtensor/src/staking/stake_utils.rs, get_ck_burn @ 14bc6f9 */
export function getCkBurn(ctx: StateCtx): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(S.CKBurn.get(ctx)), WHOLE);
}

/**
 * Weighted root TAO against weighted root TAO plus the subnet's alpha; 0 when both are 0.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, root_proportion @ 14bc6f9
 */
export function rootProportion(ctx: StateCtx, netuid: NetUid): U96F32 {
  const rootTao = U96F32.fromInt(S.SubnetTAO.get(ctx, ROOT_NETUID));
  const weighted = U96F32.saturatingMul(rootTao, getTaoWeight(ctx));
  const whole = U96F32.saturatingAdd(weighted, U96F32.fromInt(getAlphaIssuance(ctx, netuid)));
  return U96F32.checkedDiv(weighted, whole) ?? U96F32.zero;
}

/** Leaves every emitting subnet's root proportion in RootProp. source: pallets/subtensor/src/coinbase/block_step.rs, update_root_prop @ 14bc6f9 */
export function updateRootProp(ctx: StateCtx, netuids: readonly NetUid[]): void {
  for (const netuid of getSubnetsToEmitTo(ctx, netuids)) S.RootProp.set(ctx, netuid, rootProportion(ctx, netuid));
}
