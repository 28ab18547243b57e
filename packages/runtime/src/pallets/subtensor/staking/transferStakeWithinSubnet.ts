import type { Ctx } from '@taonet/frame';
import { ensure, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { transferLock } from '../locks/moveLock.ts';
import { E, Ev, S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { addStakeAdjustRootClaimed, removeStakeAdjustRootClaimed } from './rootClaim/adjustClaimed.ts';
import { getMinStake } from './stakeLimits.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from './stakeShares.ts';

/** A coldkey and the hotkey its stake is on. */
export interface KeyPair {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
}

/**
 * Moves stake between keys of one subnet: no swap, no fee. A lock follows as far as the stake was locked. Events StakeRemoved, StakeAdded.
 *
 * returns: TAO value at the spot price, rao · refuses AmountTooLow, LockHotkeyMismatch, AccountRejectsLockedAlpha
 * source: pallets/subtensor/src/staking/stake_utils.rs, transfer_stake_within_subnet @ 14bc6f9
 */
export function transferStakeWithinSubnet(ctx: Ctx, netuid: NetUid, { from, to, alpha }: { readonly from: KeyPair; readonly to: KeyPair; readonly alpha: bigint }): bigint {
  transferLock(ctx, from.coldkey, to.coldkey, netuid, alpha);
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid }, alpha);
  if (netuid === ROOT_NETUID) removeStakeAdjustRootClaimed(ctx, from.hotkey, from.coldkey, alpha);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...to, netuid }, alpha);
  if (netuid === ROOT_NETUID) addStakeAdjustRootClaimed(ctx, to.hotkey, to.coldkey, alpha);

  const tao = U64F64.saturatingToU64(U64F64.saturatingMul(currentAlphaPrice(ctx, netuid), U64F64.fromInt(alpha)));
  ensure(tao >= getMinStake(ctx), E.AmountTooLow, { netuid, actual: tao, required: getMinStake(ctx) });
  S.LastColdkeyHotkeyStakeBlock.set(ctx, to.coldkey, to.hotkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.StakeRemoved([from.coldkey, from.hotkey, tao, alpha, netuid, 0n]));
  ctx.deposit(Ev.StakeAdded([to.coldkey, to.hotkey, tao, alpha, netuid, 0n]));
  return tao;
}
