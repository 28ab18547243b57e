/**
 * What of root dividends counts as claimed already: stake that comes later may not claim the past, stake that goes takes its
 * claims along.
 *
 * source: pallets/subtensor/src/staking/claim_root.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { I96F32, saturatingAddU128, saturatingSubU128, type AccountId } from '@taonet/primitives';
import { S } from '../../pallet.ts';
import { ROOT_NETUID } from '../../subnets/subnetwork.ts';

/** Alpha that stake of `amount` rao would have earned so far: ⌊rate · amount⌋, not below 0. */
export const claimedByStake = (rate: I96F32, amount: bigint): bigint => I96F32.saturatingToU128(I96F32.saturatingMul(rate, I96F32.fromInt(amount)));

/** source: add_stake_adjust_root_claimed_for_hotkey_and_coldkey */
export function addStakeAdjustRootClaimed(ctx: StateCtx, hotkey: AccountId, coldkey: AccountId, rao: bigint): void {
  for (const [netuid, rate] of S.RootClaimable.get(ctx, hotkey)) {
    S.RootClaimed.mutate(ctx, netuid, hotkey, coldkey, (claimed) => saturatingAddU128(claimed, claimedByStake(rate, rao)));
  }
}

/** source: remove_stake_adjust_root_claimed_for_hotkey_and_coldkey */
export function removeStakeAdjustRootClaimed(ctx: StateCtx, hotkey: AccountId, coldkey: AccountId, rao: bigint): void {
  for (const [netuid, rate] of S.RootClaimable.get(ctx, hotkey)) {
    if (netuid === ROOT_NETUID) continue;
    S.RootClaimed.mutate(ctx, netuid, hotkey, coldkey, (claimed) => saturatingSubU128(claimed, claimedByStake(rate, rao)));
  }
}
