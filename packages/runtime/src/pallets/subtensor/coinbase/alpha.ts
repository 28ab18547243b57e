/**
 * Alpha made and taken away on a subnet. SubnetAlphaIn is the pool's reserve, SubnetAlphaOut everything outside the pool.
 *
 * source: pallets/subtensor/src/coinbase/alpha.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { burnAlphaCount, mintAlphaCount, recycleAlphaCount } from '../../alphaAssets/alphaAssets.ts';
import { S } from '../pallet.ts';

/** New alpha outside the pool. source: mint_alpha, resolve_to_alpha_out */
export function mintAlphaOut(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  mintAlphaCount(ctx, netuid, alpha);
  if (alpha !== 0n) S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
}

/** New alpha in the pool. source: mint_alpha, resolve_to_alpha_in */
export function mintAlphaIn(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  mintAlphaCount(ctx, netuid, alpha);
  if (alpha !== 0n) S.SubnetAlphaIn.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
}

/** Takes alpha out of the issuance, so that it will be emitted again. source: recycle_subnet_alpha */
export function recycleSubnetAlpha(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (alpha === 0n) return;
  S.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, alpha));
  recycleAlphaCount(ctx, netuid, alpha);
}

/** Alpha that belongs to nobody from now on; the issuance stays. source: burn_subnet_alpha */
export function burnSubnetAlpha(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (alpha !== 0n) burnAlphaCount(ctx, netuid, alpha);
}

/**
 * All alpha of a subnet, in the pool and out of it.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs, get_alpha_issuance @ 14bc6f9
 */
export function getAlphaIssuance(ctx: StateCtx, netuid: NetUid): bigint {
  return saturatingAddU64(S.SubnetAlphaIn.get(ctx, netuid), S.SubnetAlphaOut.get(ctx, netuid));
}
