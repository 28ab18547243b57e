/**
 * Counters of alpha made, burned and recycled per subnet. Nothing reads them: they tell, they do not decide.
 *
 * source: pallets/alpha-assets/src/lib.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { S } from './pallet.ts';

/** Counts `alpha` as made on the subnet; nothing is written for 0. source: mint_alpha */
export function mintAlphaCount(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (alpha === 0n) return;
  S.TotalAlphaIssuance.mutate(ctx, netuid, (issued) => saturatingAddU64(issued, alpha));
}

/** Counts `alpha` as burned: it stays in the issuance. source: burn_alpha */
export function burnAlphaCount(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (alpha === 0n) return;
  S.AlphaBurned.mutate(ctx, netuid, (burned) => saturatingAddU64(burned, alpha));
}

/** Counts `alpha` as recycled: it leaves the issuance. source: recycle_alpha */
export function recycleAlphaCount(ctx: StateCtx, netuid: NetUid, alpha: bigint): void {
  if (alpha === 0n) return;
  S.AlphaRecycled.mutate(ctx, netuid, (recycled) => saturatingAddU64(recycled, alpha));
  S.TotalAlphaIssuance.mutate(ctx, netuid, (issued) => saturatingSubU64(issued, alpha));
}
