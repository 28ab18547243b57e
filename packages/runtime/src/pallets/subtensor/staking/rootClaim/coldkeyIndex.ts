/** Coldkeys with stake on root, numbered from 0 without gaps, so that blocks can draw some. source: pallets/subtensor/src/staking/claim_root.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type AccountId } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { ROOT_NETUID } from '../../subnets/subnetwork.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../stakeShares.ts';

/** Appends the coldkey unless it has a number. source: maybe_add_coldkey_index */
export function maybeAddColdkeyIndex(ctx: StateCtx, coldkey: AccountId): void {
  if (S.StakingColdkeys.has(ctx, coldkey)) return;
  const next = S.NumStakingColdkeys.get(ctx);
  S.StakingColdkeysByIndex.set(ctx, next, coldkey);
  S.StakingColdkeys.set(ctx, coldkey, next);
  S.NumStakingColdkeys.set(ctx, saturatingAddU64(next, 1n));
}

/** source: coldkey_has_root_stake */
export function coldkeyHasRootStake(ctx: StateCtx, coldkey: AccountId): boolean {
  return S.StakingHotkeys.get(ctx, coldkey)
    .some((hotkey) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID }) !== 0n);
}

/** Takes the coldkey out; the last one gets its number. source: maybe_remove_coldkey_index */
export function maybeRemoveColdkeyIndex(ctx: StateCtx, coldkey: AccountId): void {
  const index = S.StakingColdkeys.take(ctx, coldkey);
  if (index === undefined) return;
  const last = saturatingSubU64(S.NumStakingColdkeys.get(ctx), 1n);
  const moved = index === last ? undefined : S.StakingColdkeysByIndex.take(ctx, last);
  if (moved === undefined) {
    S.StakingColdkeysByIndex.remove(ctx, index);
  } else {
    S.StakingColdkeysByIndex.set(ctx, index, moved);
    S.StakingColdkeys.set(ctx, moved, index);
  }
  S.NumStakingColdkeys.set(ctx, last);
}
