/** What may be claimed and what was claimed of root dividends passes to other keys, or ends with a subnet. */

import type { StateCtx } from '@taonet/frame';
import { compareNumbers, I96F32, saturatingAddU128, SortedMap, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../../pallet.ts';

/** Whose claims: a coldkey's on a hotkey. */
export interface ClaimKey {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
}

/**
 * Adds what was claimed under `from` to what was claimed under `to`.
 *
 * source: pallets/subtensor/src/staking/claim_root.rs, transfer_root_claimed_for_new_keys @ 14bc6f9
 */
export function transferRootClaimedForNewKeys(ctx: StateCtx, netuid: NetUid, from: ClaimKey, to: ClaimKey): void {
  const claimed = S.RootClaimed.take(ctx, netuid, from.hotkey, from.coldkey);
  S.RootClaimed.mutate(ctx, netuid, to.hotkey, to.coldkey, (present) => saturatingAddU128(claimed, present));
}

/**
 * Adds the claimable rates of one hotkey to those of another, subnet by subnet.
 *
 * source: pallets/subtensor/src/staking/claim_root.rs, transfer_root_claimable_for_new_hotkey @ 14bc6f9
 */
export function transferRootClaimableForNewHotkey(ctx: StateCtx, oldHotkey: AccountId, newHotkey: AccountId): void {
  const rates = new SortedMap<NetUid, I96F32>(compareNumbers, S.RootClaimable.get(ctx, newHotkey));
  for (const [netuid, rate] of S.RootClaimable.take(ctx, oldHotkey)) {
    rates.update(netuid, (present) => (present === undefined ? rate : I96F32.saturatingAdd(present, rate)));
  }
  S.RootClaimable.set(ctx, newHotkey, [...rates.entries()]);
}

/**
 * Forgets all claims on a subnet that is dissolved. Entries without rates stay as empty ones.
 *
 * source: pallets/subtensor/src/staking/claim_root.rs, finalize_all_subnet_root_dividends @ 14bc6f9
 */
export function finalizeAllSubnetRootDividends(ctx: StateCtx, netuid: NetUid): void {
  for (const [[hotkey], rates] of S.RootClaimable.entries(ctx)) {
    S.RootClaimable.set(ctx, hotkey, rates.filter(([of]) => of !== netuid));
  }
  S.RootClaimed.clearPrefix(ctx, netuid);
}
