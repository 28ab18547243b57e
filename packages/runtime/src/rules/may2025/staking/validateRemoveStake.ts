/** Checks before stake is taken. source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a */

import { inLayer, type StateCtx } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { E } from '../../../pallets/subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import type { RemoveStakeInput } from '../../../pallets/subtensor/staking/validateRemoveStake.ts';
import { getAllSubnetNetuids, ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { simSwapAlphaForTao } from './poolSwaps.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './sharePools.ts';
import { MIN_STAKE_RAO } from './stakeAmounts.ts';

/**
 * What is unstaked must be worth **more** than the minimal stake, fee left out; a smaller rest can never be unstaked.
 *
 * refuses SubnetNotExists, InsufficientLiquidity, AmountTooLow, SlippageTooHigh, HotKeyAccountNotExists, NotEnoughStakeToWithdraw
 * source: validate_remove_stake
 */
export function validateRemoveStake(ctx: StateCtx, { alpha, maxAlpha, allowPartial, ...key }: RemoveStakeInput): void {
  const { hotkey, netuid } = key;
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  const tao = simSwapAlphaForTao(ctx, netuid, alpha) ?? refuse(E.InsufficientLiquidity, { netuid, actual: alpha, check: 'the pool stays above its minimum' });
  ensure(tao > MIN_STAKE_RAO, E.AmountTooLow, { netuid, actual: tao, required: MIN_STAKE_RAO + 1n });
  if (!allowPartial) ensure(alpha <= maxAlpha, E.SlippageTooHigh, { netuid, actual: alpha, required: maxAlpha });
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  ensure(stake >= alpha, E.NotEnoughStakeToWithdraw, { ...key, actual: stake, required: alpha });
}

/** Whether the whole position may be unstaked. */
export function canRemoveWholeStake(ctx: StateCtx, key: StakeKey): boolean {
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  return 'ok' in inLayer(ctx, () => validateRemoveStake(ctx, { ...key, alpha, maxAlpha: alpha, allowPartial: false }));
}

/**
 * Whether unstaking everything does anything; asked of transactions only.
 *
 * onlyAlpha: root left out · refuses HotKeyAccountNotExists, AmountTooLow
 * source: validate_unstake_all
 */
export function validateUnstakeAll(ctx: StateCtx, coldkey: AccountId, hotkey: AccountId, onlyAlpha: boolean): void {
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const any = getAllSubnetNetuids(ctx)
    .filter((netuid) => !onlyAlpha || netuid !== ROOT_NETUID)
    .some((netuid) => canRemoveWholeStake(ctx, { hotkey, coldkey, netuid }));
  ensure(any, E.AmountTooLow, { hotkey, coldkey, actual: 0n, required: MIN_STAKE_RAO + 1n });
}
