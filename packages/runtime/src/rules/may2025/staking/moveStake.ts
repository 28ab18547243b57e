/** Stake that goes to another hotkey, coldkey or subnet. source: pallets/subtensor/src/staking/move_stake.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { saturatingSubU64, type AccountId } from '@taonet/primitives';
import { Ev } from '../../../pallets/subtensor/pallet.ts';
import { getOwningColdkeyForHotkey, maybeBecomeDelegate } from '../../../pallets/subtensor/staking/accounts.ts';
import type { LimitTerms } from '../../../pallets/subtensor/staking/addStake.ts';
import type { AcrossSubnets } from '../../../pallets/subtensor/staking/moveStake.ts';
import type { StakeTransition } from '../../../pallets/subtensor/staking/validateStakeTransition.ts';
import { MIN_STAKE_RAO } from './stakeAmounts.ts';
import { calculateStakingFee } from './stakingFee.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { getMaxAmountMove } from './stakeLimits.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateStakeTransition } from './validateStakeTransition.ts';

export type { AcrossSubnets } from '../../../pallets/subtensor/staking/moveStake.ts';

/** Event StakeMoved. refuses BadOrigin and what `transitionStake` refuses · source: do_move_stake */
export function doMoveStake(ctx: Ctx, origin: Origin, { originHotkey, destinationHotkey, ...across }: AcrossSubnets & { readonly originHotkey: AccountId; readonly destinationHotkey: AccountId }): void {
  const coldkey = ensureSigned(origin);
  const tao = transitionStake(ctx, {
    ...across, from: { coldkey, hotkey: originHotkey }, to: { coldkey, hotkey: destinationHotkey }, limit: undefined, checkTransferToggle: false,
  });
  ctx.deposit(Ev.StakeMoved([coldkey, originHotkey, across.originNetuid, destinationHotkey, across.destinationNetuid, tao]));
}

/** Event StakeTransferred. refuses BadOrigin and what `transitionStake` refuses · source: do_transfer_stake */
export function doTransferStake(ctx: Ctx, origin: Origin, { destinationColdkey, hotkey, ...across }: AcrossSubnets & { readonly destinationColdkey: AccountId; readonly hotkey: AccountId }): void {
  const coldkey = ensureSigned(origin);
  const tao = transitionStake(ctx, {
    ...across, from: { coldkey, hotkey }, to: { coldkey: destinationColdkey, hotkey }, limit: undefined, checkTransferToggle: true,
  });
  ctx.deposit(Ev.StakeTransferred([coldkey, destinationColdkey, hotkey, across.originNetuid, across.destinationNetuid, tao]));
}

/**
 * Event StakeSwapped.
 *
 * limit: origin price / destination price in 10⁻⁹ below which nothing more is moved; undefined = any price
 * refuses BadOrigin and what `transitionStake` refuses
 * source: do_swap_stake, do_swap_stake_limit
 */
export function doSwapStake(ctx: Ctx, origin: Origin, { hotkey, ...across }: AcrossSubnets & { readonly hotkey: AccountId }, limit?: LimitTerms): void {
  const coldkey = ensureSigned(origin);
  const pair = { coldkey, hotkey };
  const tao = transitionStake(ctx, { ...across, from: pair, to: pair, limit, checkTransferToggle: false });
  ctx.deposit(Ev.StakeSwapped([coldkey, hotkey, across.originNetuid, across.destinationNetuid, tao]));
}

/**
 * Unstakes here and stakes there, within one subnet too. Each leg pays half of the fee of the whole alpha asked for. TAO too
 * little to be staked again is lost; the call succeeds all the same.
 *
 * returns: rao after both halves of the fee · refuses ZeroMaxStakeAmount and what `validateStakeTransition` refuses
 * source: transition_stake_internal
 */
function transitionStake(ctx: Ctx, order: Omit<StakeTransition, 'maxAlpha'>): bigint {
  const { from, to, originNetuid, destinationNetuid, alpha, limit } = order;
  const maxAlpha = limit === undefined ? alpha : getMaxAmountMove(ctx, originNetuid, destinationNetuid, limit.limitRao);
  validateStakeTransition(ctx, { ...order, maxAlpha });
  const fee = calculateStakingFee(ctx, { hotkey: from.hotkey, netuid: originNetuid }, destinationNetuid, alpha) / 2n;
  const tao = unstakeFromSubnet(ctx, { ...from, netuid: originNetuid }, alpha < maxAlpha ? alpha : maxAlpha, fee);
  if (tao >= MIN_STAKE_RAO + fee) {
    if (getOwningColdkeyForHotkey(ctx, to.hotkey) !== to.coldkey) maybeBecomeDelegate(ctx, to.hotkey);
    stakeIntoSubnet(ctx, { ...to, netuid: destinationNetuid }, tao, fee);
  }
  return saturatingSubU64(tao, fee);
}
