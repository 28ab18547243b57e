import type { StateCtx } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { trySimSwap } from '../../swap/swap.ts';
import { ensureAvailableToUnstake } from '../locks/lockStake.ts';
import { E } from '../pallet.ts';
import { ifSubnetExist } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import { getMinStake } from './stakeLimits.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './stakeShares.ts';

export interface RemoveStakeInput extends StakeKey {
  /** Alpha asked for. */
  readonly alpha: bigint;
  /** Alpha the price limit allows. */
  readonly maxAlpha: bigint;
  readonly allowPartial: boolean;
}

/**
 * Checks an unstaking before anything moves. Less than the minimum is allowed when the whole position goes.
 *
 * refuses SubnetNotExists, AmountTooLow, NotEnoughStakeToWithdraw, InsufficientLiquidity, SlippageTooHigh, HotKeyAccountNotExists,
 *   StakeUnavailable
 * source: pallets/subtensor/src/staking/stake_utils.rs, validate_remove_stake @ 14bc6f9
 */
export function validateRemoveStake(ctx: StateCtx, { alpha, maxAlpha, allowPartial, ...key }: RemoveStakeInput): void {
  const { coldkey, hotkey, netuid } = key;
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensure(alpha !== 0n, E.AmountTooLow, { netuid, actual: 0n, required: 1n });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  ensure(stake >= alpha, E.NotEnoughStakeToWithdraw, { ...key, actual: stake, required: alpha });
  const swapped = trySimSwap(ctx, netuid, 'sell', alpha);
  if (!swapped.ok) return refuse(E.InsufficientLiquidity, { netuid, swap: swapped.refusal, ...swapped.facts });
  const min = getMinStake(ctx);
  ensure(stake === alpha || swapped.amountPaidOut >= min, E.AmountTooLow, { netuid, actual: swapped.amountPaidOut, required: min });
  if (!allowPartial) ensure(alpha <= maxAlpha, E.SlippageTooHigh, { netuid, actual: alpha, required: maxAlpha });
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  ensureAvailableToUnstake(ctx, coldkey, netuid, alpha);
}
