/** Unstaking alpha of one subnet. source: pallets/subtensor/src/staking/remove_stake.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import type { LimitTerms } from '../../../pallets/subtensor/staking/addStake.ts';
import type { RemoveStakeOrder } from '../../../pallets/subtensor/staking/removeStake.ts';
import { ensureSubtokenEnabled } from '../../../pallets/subtensor/staking/stakeLimits.ts';
import { addBalanceToColdkeyAccount } from './coldkeyBalances.ts';
import type { StakeKey } from './sharePools.ts';
import { clearSmallNominationIfRequired, dropPendingChildrenBelowThreshold } from './smallNominations.ts';
import { calculateStakingFee } from './stakingFee.ts';
import { getMaxAmountRemove } from './stakeLimits.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateRemoveStake } from './validateRemoveStake.ts';

/**
 * Unstakes at any price.
 *
 * refuses BadOrigin, SubtokenDisabled and what `validateRemoveStake` refuses
 * source: do_remove_stake
 */
export function doRemoveStake(ctx: Ctx, origin: Origin, { hotkey, netuid, alpha }: RemoveStakeOrder): void {
  const key = { hotkey, coldkey: ensureSigned(origin), netuid };
  ensureSubtokenEnabled(ctx, netuid);
  validateRemoveStake(ctx, { ...key, alpha, maxAlpha: alpha, allowPartial: false });
  payOut(ctx, key, alpha, calculateStakingFee(ctx, key, undefined, alpha));
  dropPendingChildrenBelowThreshold(ctx, hotkey);
}

/**
 * Unstakes down to a price, where trading is not enabled too. The fee is that of the whole alpha asked for.
 *
 * refuses as `doRemoveStake` without SubtokenDisabled, and ZeroMaxStakeAmount
 * source: do_remove_stake_limit
 */
export function doRemoveStakeLimit(ctx: Ctx, origin: Origin, { hotkey, netuid, alpha }: RemoveStakeOrder, { limitRao, allowPartial }: LimitTerms): void {
  const key = { hotkey, coldkey: ensureSigned(origin), netuid };
  const maxAlpha = getMaxAmountRemove(ctx, netuid, limitRao);
  validateRemoveStake(ctx, { ...key, alpha, maxAlpha, allowPartial });
  payOut(ctx, key, alpha < maxAlpha ? alpha : maxAlpha, calculateStakingFee(ctx, key, undefined, alpha));
  dropPendingChildrenBelowThreshold(ctx, hotkey);
}

/** Sells, pays the coldkey, and ends a nomination that became too small. */
export function payOut(ctx: Ctx, key: StakeKey, alpha: bigint, fee: bigint): void {
  addBalanceToColdkeyAccount(ctx, key.coldkey, unstakeFromSubnet(ctx, key, alpha, fee));
  clearSmallNominationIfRequired(ctx, key);
}
