import type { StateCtx } from '@taonet/frame';
import { ensure, refuse, saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { approxFeeAmount, trySimSwap } from '../../swap/swap.ts';
import { ensureCanRemoveBalance } from '../coinbase/tao.ts';
import { E } from '../pallet.ts';
import { ifSubnetExist } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import { ensureSubtokenEnabled, getMinStake } from './stakeLimits.ts';
import { tryIncreaseStakeForHotkeyOnSubnet } from './stakeShares.ts';

export interface AddStakeInput {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
  /** Rao asked for. */
  readonly tao: bigint;
  /** Rao the price limit allows. */
  readonly maxTao: bigint;
  readonly allowPartial: boolean;
}

/**
 * Checks a stake before anything moves, by swapping without writing.
 *
 * refuses SubnetNotExists, SubtokenDisabled, AmountTooLow, SlippageTooHigh, NotEnoughBalanceToStake, HotKeyAccountNotExists,
 *   InsufficientLiquidity
 * source: pallets/subtensor/src/staking/stake_utils.rs, validate_add_stake @ 14bc6f9
 */
export function validateAddStake(ctx: StateCtx, { coldkey, hotkey, netuid, tao, maxTao, allowPartial }: AddStakeInput): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensureSubtokenEnabled(ctx, netuid);
  const minStake = getMinStake(ctx);
  const minAmount = saturatingAddU64(minStake, feeOf(ctx, netuid, minStake));
  ensure(tao >= minAmount, E.AmountTooLow, { netuid, actual: tao, required: minAmount });
  if (!allowPartial) ensure(tao <= maxTao, E.SlippageTooHigh, { netuid, actual: tao, required: maxTao });
  const possible = tao < maxTao ? tao : maxTao;
  ensureCanRemoveBalance(ctx, coldkey, possible, E.NotEnoughBalanceToStake);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });

  const swapped = trySimSwap(ctx, netuid, 'buy', possible);
  if (!swapped.ok) return refuse(E.InsufficientLiquidity, { netuid, swap: swapped.refusal, ...swapped.facts });
  ensure(swapped.amountPaidIn >= minStake, E.AmountTooLow, { netuid, actual: swapped.amountPaidIn, required: minStake });
  ensure(swapped.amountPaidOut !== 0n, E.InsufficientLiquidity, { netuid, actual: 0n, required: 1n });
  ensure(tryIncreaseStakeForHotkeyOnSubnet(ctx, hotkey, netuid, swapped.amountPaidOut), E.InsufficientLiquidity, { netuid, hotkey, alpha: swapped.amountPaidOut, check: 'it buys a share' });
}

function feeOf(ctx: StateCtx, netuid: NetUid, rao: bigint): bigint {
  const swapped = trySimSwap(ctx, netuid, 'buy', rao);
  return swapped.ok ? swapped.feePaid : approxFeeAmount(ctx, netuid, rao);
}
