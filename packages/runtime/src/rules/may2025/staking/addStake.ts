/** Staking TAO. source: pallets/subtensor/src/staking/add_stake.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { getOwningColdkeyForHotkey, maybeBecomeDelegate } from '../../../pallets/subtensor/staking/accounts.ts';
import type { AddStakeOrder, LimitTerms } from '../../../pallets/subtensor/staking/addStake.ts';
import { ensureSubtokenEnabled } from '../../../pallets/subtensor/staking/stakeLimits.ts';
import { removeBalanceFromColdkeyAccount } from './coldkeyBalances.ts';
import { STAKING_FEE_RAO } from './stakeAmounts.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { getMaxAmountAdd } from './stakeLimits.ts';
import { validateAddStake } from './validateAddStake.ts';

/**
 * Stakes at any price; the fee is part of what is paid.
 *
 * refuses BadOrigin, SubtokenDisabled and what `validateAddStake` and `removeBalanceFromColdkeyAccount` refuse
 * source: do_add_stake
 */
export function doAddStake(ctx: Ctx, origin: Origin, { hotkey, netuid, tao }: AddStakeOrder): void {
  const coldkey = ensureSigned(origin);
  ensureSubtokenEnabled(ctx, netuid);
  validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao: tao, allowPartial: false });
  const taken = removeBalanceFromColdkeyAccount(ctx, coldkey, tao);
  stakeIntoSubnet(ctx, { hotkey, coldkey, netuid }, taken, STAKING_FEE_RAO);
}

/**
 * Stakes up to a price, where trading is not enabled too. Whoever stakes on another's hotkey makes it a delegate.
 *
 * refuses as `doAddStake` without SubtokenDisabled, and ZeroMaxStakeAmount
 * source: do_add_stake_limit
 */
export function doAddStakeLimit(ctx: Ctx, origin: Origin, { hotkey, netuid, tao }: AddStakeOrder, { limitRao, allowPartial }: LimitTerms): void {
  const coldkey = ensureSigned(origin);
  const maxTao = getMaxAmountAdd(ctx, netuid, limitRao);
  validateAddStake(ctx, { coldkey, hotkey, netuid, tao, maxTao, allowPartial });
  if (getOwningColdkeyForHotkey(ctx, hotkey) !== coldkey) maybeBecomeDelegate(ctx, hotkey);
  const taken = removeBalanceFromColdkeyAccount(ctx, coldkey, tao < maxTao ? tao : maxTao);
  stakeIntoSubnet(ctx, { hotkey, coldkey, netuid }, taken, STAKING_FEE_RAO);
}
