/** Stake that goes to another hotkey, coldkey or subnet. source: pallets/subtensor/src/staking/move_stake.rs @ 14bc6f9 */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { PRICE_LIMIT_MAX_RAO, PRICE_LIMIT_MIN_RAO } from '@taonet/pools';
import type { AccountId, NetUid } from '@taonet/primitives';
import { transferTao } from '../coinbase/tao.ts';
import { Ev } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { getOwningColdkeyForHotkey, maybeBecomeDelegate } from './accounts.ts';
import type { LimitTerms } from './addStake.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { getMaxAmountMove, getMinStake } from './stakeLimits.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from './stakeShares.ts';
import { transferStakeWithinSubnet } from './transferStakeWithinSubnet.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateStakeTransition, type StakeTransition } from './validateStakeTransition.ts';

/** Alpha of one subnet, and the subnet it goes to. */
export interface AcrossSubnets {
  readonly originNetuid: NetUid;
  readonly destinationNetuid: NetUid;
  /** 10⁻⁹ alpha of the origin. */
  readonly alpha: bigint;
}

/** Event StakeMoved. source: do_move_stake */
export function doMoveStake(ctx: Ctx, origin: Origin, { originHotkey, destinationHotkey, ...across }: AcrossSubnets & { readonly originHotkey: AccountId; readonly destinationHotkey: AccountId }): void {
  const coldkey = ensureSigned(origin);
  const tao = transitionStake(ctx, {
    ...across, from: { coldkey, hotkey: originHotkey }, to: { coldkey, hotkey: destinationHotkey }, limit: undefined, checkTransferToggle: false,
  });
  ctx.deposit(Ev.StakeMoved([coldkey, originHotkey, across.originNetuid, destinationHotkey, across.destinationNetuid, tao]));
}

/** Event StakeTransferred. source: do_transfer_stake */
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
 * source: do_swap_stake, do_swap_stake_limit
 */
export function doSwapStake(ctx: Ctx, origin: Origin, { hotkey, ...across }: AcrossSubnets & { readonly hotkey: AccountId }, limit?: LimitTerms): void {
  const coldkey = ensureSigned(origin);
  const keys = { coldkey, hotkey };
  const tao = transitionStake(ctx, { ...across, from: keys, to: keys, limit, checkTransferToggle: false });
  ctx.deposit(Ev.StakeSwapped([coldkey, hotkey, across.originNetuid, across.destinationNetuid, tao]));
}

/**
 * Within a subnet shares change hands; between subnets alpha is sold and the TAO staked again, as far as it reaches the minimum
 * (otherwise it stays on the destination coldkey's account). One swap fee: at the origin, at the destination when the origin is root.
 *
 * returns: rao moved
 * source: transition_stake_internal
 */
function transitionStake(ctx: Ctx, order: Omit<StakeTransition, 'maxAlpha'>): bigint {
  const { from, to, originNetuid, destinationNetuid, limit } = order;
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid: originNetuid });
  const alpha = order.alpha < stake ? order.alpha : stake;
  const crosses = originNetuid !== destinationNetuid;
  const maxAlpha = crosses && limit !== undefined ? getMaxAmountMove(ctx, originNetuid, destinationNetuid, limit.limitRao) : alpha;
  validateStakeTransition(ctx, { ...order, alpha, maxAlpha });
  const moved = alpha < maxAlpha ? alpha : maxAlpha;
  if (!crosses) return transferStakeWithinSubnet(ctx, originNetuid, { from, to, alpha: moved });

  const dropFeeOrigin = originNetuid === ROOT_NETUID;
  const tao = unstakeFromSubnet(ctx, { ...from, netuid: originNetuid }, from.coldkey, { alpha: moved, limitRao: PRICE_LIMIT_MIN_RAO, dropFees: dropFeeOrigin });
  if (from.coldkey !== to.coldkey) transferTao(ctx, from.coldkey, to.coldkey, tao);
  if (tao < getMinStake(ctx)) return tao;
  if (getOwningColdkeyForHotkey(ctx, to.hotkey) !== to.coldkey) maybeBecomeDelegate(ctx, to.hotkey);
  stakeIntoSubnet(ctx, { ...to, netuid: destinationNetuid }, tao, { limitRao: PRICE_LIMIT_MAX_RAO, dropFees: !dropFeeOrigin });
  return tao;
}
