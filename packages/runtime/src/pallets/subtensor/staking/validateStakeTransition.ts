import type { StateCtx } from '@taonet/frame';
import { ensure, refuse, type NetUid } from '@taonet/primitives';
import { trySimSwap } from '../../swap/swap.ts';
import { ensureAvailableToUnstake } from '../locks/lockStake.ts';
import { E, S } from '../pallet.ts';
import { ifSubnetExist } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import type { LimitTerms } from './addStake.ts';
import { ensureSubtokenEnabled, getMinStake } from './stakeLimits.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from './stakeShares.ts';
import type { KeyPair } from './transferStakeWithinSubnet.ts';

export interface StakeTransition {
  readonly from: KeyPair;
  readonly to: KeyPair;
  readonly originNetuid: NetUid;
  readonly destinationNetuid: NetUid;
  readonly alpha: bigint;
  /** Alpha the limit allows. */
  readonly maxAlpha: bigint;
  readonly limit: LimitTerms | undefined;
  /** True when the subnets must allow transfers. */
  readonly checkTransferToggle: boolean;
}

/**
 * Checks a move, transfer or swap of stake before anything moves. Between subnets it must be worth **more** than the minimal stake.
 *
 * refuses SameNetuid, SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, NotEnoughStakeToWithdraw, InsufficientLiquidity,
 *   AmountTooLow, SlippageTooHigh, TransferDisallowed, StakeUnavailable
 * source: pallets/subtensor/src/staking/stake_utils.rs, validate_stake_transition @ 14bc6f9
 */
export function validateStakeTransition(ctx: StateCtx, order: StakeTransition): void {
  const { from, to, originNetuid, destinationNetuid, alpha } = order;
  const crosses = originNetuid !== destinationNetuid;
  if (from.coldkey === to.coldkey && from.hotkey === to.hotkey) ensure(crosses, E.SameNetuid, { netuid: originNetuid });
  ensure(ifSubnetExist(ctx, originNetuid), E.SubnetNotExists, { netuid: originNetuid });
  ensure(ifSubnetExist(ctx, destinationNetuid), E.SubnetNotExists, { netuid: destinationNetuid });
  ensureSubtokenEnabled(ctx, originNetuid);
  ensureSubtokenEnabled(ctx, destinationNetuid);
  ensure(hotkeyAccountExists(ctx, from.hotkey), E.HotKeyAccountNotExists, { hotkey: from.hotkey });
  ensure(hotkeyAccountExists(ctx, to.hotkey), E.HotKeyAccountNotExists, { hotkey: to.hotkey });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid: originNetuid });
  ensure(alpha <= stake, E.NotEnoughStakeToWithdraw, { ...from, netuid: originNetuid, actual: stake, required: alpha });
  if (crosses) ensureWorthSwapping(ctx, order);
  if (order.checkTransferToggle) {
    for (const netuid of [originNetuid, destinationNetuid]) ensure(S.TransferToggle.get(ctx, netuid), E.TransferDisallowed, { netuid });
  }
  if (crosses) ensureAvailableToUnstake(ctx, from.coldkey, originNetuid, alpha);
}

function ensureWorthSwapping(ctx: StateCtx, { originNetuid, alpha, maxAlpha, limit }: StakeTransition): void {
  const swapped = trySimSwap(ctx, originNetuid, 'sell', alpha);
  if (!swapped.ok) return refuse(E.InsufficientLiquidity, { netuid: originNetuid, swap: swapped.refusal, ...swapped.facts });
  const min = getMinStake(ctx);
  ensure(swapped.amountPaidOut > min, E.AmountTooLow, { netuid: originNetuid, actual: swapped.amountPaidOut, required: min + 1n });
  if (limit?.allowPartial === false) ensure(alpha <= maxAlpha, E.SlippageTooHigh, { netuid: originNetuid, actual: alpha, required: maxAlpha });
}
