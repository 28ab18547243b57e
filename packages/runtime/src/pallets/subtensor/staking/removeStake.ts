/** Unstaking alpha of one subnet. source: pallets/subtensor/src/staking/remove_stake.rs @ 14bc6f9 */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import type { LimitTerms } from './addStake.ts';
import { clearSmallNominationIfRequired, dropPendingChildrenBelowThreshold } from './smallNominations.ts';
import { ANY_SELL_PRICE } from './poolSwaps.ts';
import { ensureRemoveStakeInputWithinSwapLimit, ensureSubtokenEnabled, getMaxAmountRemove } from './stakeLimits.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from './stakeShares.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateRemoveStake } from './validateRemoveStake.ts';

export interface RemoveStakeOrder {
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
  /** 10⁻⁹. */
  readonly alpha: bigint;
}

/**
 * Unstakes at any price; more than there is counts as all (a fee paid in alpha may have taken some).
 *
 * refuses BadOrigin, SubtokenDisabled and what `validateRemoveStake` and `unstakeFromSubnet` refuse
 * source: do_remove_stake
 */
export function doRemoveStake(ctx: Ctx, origin: Origin, order: RemoveStakeOrder): void {
  const { hotkey, netuid } = order;
  const coldkey = ensureSigned(origin);
  ensureSubtokenEnabled(ctx, netuid);
  const key = { hotkey, coldkey, netuid };
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const alpha = order.alpha < stake ? order.alpha : stake;
  ensureRemoveStakeInputWithinSwapLimit(ctx, netuid, alpha);
  validateRemoveStake(ctx, { ...key, alpha, maxAlpha: alpha, allowPartial: false });
  unstakeFromSubnet(ctx, key, coldkey, { alpha, ...ANY_SELL_PRICE });
  clearSmallNominationIfRequired(ctx, key);
  dropPendingChildrenBelowThreshold(ctx, hotkey);
}

/**
 * Unstakes down to a price.
 *
 * refuses as `doRemoveStake` without SubtokenDisabled, and PriceLimitExceeded of pallet Swap
 * source: do_remove_stake_limit
 */
export function doRemoveStakeLimit(ctx: Ctx, origin: Origin, { hotkey, netuid, alpha }: RemoveStakeOrder, { limitRao, allowPartial }: LimitTerms): void {
  const coldkey = ensureSigned(origin);
  const key = { hotkey, coldkey, netuid };
  ensureRemoveStakeInputWithinSwapLimit(ctx, netuid, alpha);
  const maxAlpha = getMaxAmountRemove(ctx, netuid, limitRao);
  validateRemoveStake(ctx, { ...key, alpha, maxAlpha, allowPartial });
  unstakeFromSubnet(ctx, key, coldkey, { alpha: alpha < maxAlpha ? alpha : maxAlpha, limitRao, dropFees: false });
  clearSmallNominationIfRequired(ctx, key);
  dropPendingChildrenBelowThreshold(ctx, hotkey);
}

/** Unstakes the whole position; with a limit all or nothing. source: do_remove_stake_full_limit */
export function doRemoveStakeFullLimit(ctx: Ctx, origin: Origin, { hotkey, netuid, limitRao }: Pick<RemoveStakeOrder, 'hotkey' | 'netuid'> & { readonly limitRao: bigint | undefined }): void {
  const coldkey = ensureSigned(origin);
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid });
  if (limitRao === undefined) doRemoveStake(ctx, origin, { hotkey, netuid, alpha });
  else doRemoveStakeLimit(ctx, origin, { hotkey, netuid, alpha }, { limitRao, allowPartial: false });
}
