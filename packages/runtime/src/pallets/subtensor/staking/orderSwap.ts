/** What limit orders do with stake. source: pallets/subtensor/src/staking/order_swap.rs @ 14bc6f9 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice, isDynamic } from '../../swap/price.ts';
import { simSwapToLimit, type SwapRequest } from '../../swap/swap.ts';
import { ensureCanRemoveBalance } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { ensureAvailableToUnstake } from '../locks/lockStake.ts';
import { E, S } from '../pallet.ts';
import { ifSubnetExist } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import { ensureSubtokenEnabled, getMinStake } from './stakeLimits.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './stakeShares.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateRemoveStake } from './validateRemoveStake.ts';

export interface OrderTerms {
  /** Rao of TAO (buy) or alpha (sell). */
  readonly amount: bigint;
  /** Rao per whole alpha; the whole amount must be had within it. */
  readonly limitRao: bigint;
  /** Whether the account is a trader's, who must keep the rules of staking. */
  readonly validate: boolean;
}

function ensureTrades(ctx: StateCtx, netuid: NetUid): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensureSubtokenEnabled(ctx, netuid);
}

/** Subnets without a pool trade 1:1, any amount. refuses SlippageTooHigh and what a swap refuses */
function ensureWithinLimit(ctx: StateCtx, netuid: NetUid, request: SwapRequest): void {
  if (!isDynamic(ctx, netuid)) return;
  const { amountPaidIn, feePaid } = simSwapToLimit(ctx, netuid, request);
  ensure(saturatingAddU64(amountPaidIn, feePaid) >= request.amountIn, E.SlippageTooHigh, { netuid, actual: amountPaidIn + feePaid, required: request.amountIn });
}

/**
 * TAO of the coldkey becomes stake.
 *
 * returns: alpha staked · refuses SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow,
 *   NotEnoughBalanceToStake, SlippageTooHigh, and what a swap and a transfer refuse
 * source: buy_alpha
 */
export function buyAlpha(ctx: Ctx, key: StakeKey, { amount, limitRao, validate }: OrderTerms): bigint {
  const { hotkey, coldkey, netuid } = key;
  ensureTrades(ctx, netuid);
  if (validate) {
    ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
    ensure(amount >= getMinStake(ctx), E.AmountTooLow, { netuid, actual: amount, required: getMinStake(ctx) });
    ensureCanRemoveBalance(ctx, coldkey, amount, E.NotEnoughBalanceToStake);
  }
  ensureWithinLimit(ctx, netuid, { direction: 'buy', amountIn: amount, limitRao, dropFees: false });
  return stakeIntoSubnet(ctx, key, amount, { limitRao, dropFees: false });
}

/**
 * Stake becomes TAO of the coldkey.
 *
 * returns: rao · refuses SubnetNotExists, SubtokenDisabled, what `validateRemoveStake` refuses, SlippageTooHigh, and what a swap
 *   and a transfer refuse
 * source: sell_alpha
 */
export function sellAlpha(ctx: Ctx, key: StakeKey, { amount, limitRao, validate }: OrderTerms): bigint {
  const { coldkey, netuid } = key;
  ensureTrades(ctx, netuid);
  if (validate) validateRemoveStake(ctx, { ...key, alpha: amount, maxAlpha: amount, allowPartial: false });
  ensureWithinLimit(ctx, netuid, { direction: 'sell', amountIn: amount, limitRao, dropFees: false });
  return unstakeFromSubnet(ctx, key, coldkey, { alpha: amount, limitRao, dropFees: false });
}

/** An account's part of a subnet's stake. */
export interface Staker {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

export interface AlphaTransfer {
  readonly from: Staker;
  readonly to: Staker;
  readonly alpha: bigint;
  /** Which of the two is a trader, who must keep the rules of staking. */
  readonly validate: 'sender' | 'receiver';
}

/**
 * Moves stake as it is.
 *
 * refuses SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow, StakeUnavailable, NotEnoughStakeToWithdraw
 * source: transfer_staked_alpha
 */
export function transferStakedAlpha(ctx: Ctx, netuid: NetUid, { from, to, alpha, validate }: AlphaTransfer): void {
  ensureTrades(ctx, netuid);
  if (validate === 'sender') ensureMaySend(ctx, netuid, from, alpha);
  else ensure(hotkeyAccountExists(ctx, to.hotkey), E.HotKeyAccountNotExists, { hotkey: to.hotkey });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid });
  ensure(stake >= alpha, E.NotEnoughStakeToWithdraw, { ...from, netuid, actual: stake, required: alpha });
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid }, alpha);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...to, netuid }, alpha);
  S.LastColdkeyHotkeyStakeBlock.set(ctx, to.coldkey, to.hotkey, getCurrentBlockAsU64(ctx));
}

function ensureMaySend(ctx: StateCtx, netuid: NetUid, { coldkey, hotkey }: Staker, alpha: bigint): void {
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  ensure(alpha !== 0n, E.AmountTooLow, { netuid, actual: 0n, required: 1n });
  const worth = U64F64.saturatingToU64(U64F64.saturatingMul(currentAlphaPrice(ctx, netuid), U64F64.fromInt(alpha)));
  ensure(worth >= getMinStake(ctx), E.AmountTooLow, { netuid, actual: worth, required: getMinStake(ctx) });
  ensureAvailableToUnstake(ctx, coldkey, netuid, alpha);
}
