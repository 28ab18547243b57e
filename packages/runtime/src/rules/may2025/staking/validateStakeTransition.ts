import type { StateCtx } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { E, S } from '../../../pallets/subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import { ensureSubtokenEnabled } from '../../../pallets/subtensor/staking/stakeLimits.ts';
import type { StakeTransition } from '../../../pallets/subtensor/staking/validateStakeTransition.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { simSwapAlphaForTao, simSwapTaoForAlpha } from './poolSwaps.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, tryIncreaseStakeForHotkeyAndColdkeyOnSubnet } from './sharePools.ts';
import { MIN_STAKE_RAO } from './stakeAmounts.ts';

/**
 * Checks a move, transfer or swap of stake before anything moves: it must be worth **more** than the minimal stake, fees left
 * out, within one subnet too.
 *
 * refuses SameNetuid, SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, NotEnoughStakeToWithdraw, InsufficientLiquidity,
 *   AmountTooLow, SlippageTooHigh, TransferDisallowed
 * source: pallets/subtensor/src/staking/stake_utils.rs, validate_stake_transition @ 1b0c63a
 */
export function validateStakeTransition(ctx: StateCtx, order: StakeTransition): void {
  const { from, to, originNetuid, destinationNetuid, alpha, maxAlpha, limit } = order;
  if (from.coldkey === to.coldkey && from.hotkey === to.hotkey) ensure(originNetuid !== destinationNetuid, E.SameNetuid, { netuid: originNetuid });
  for (const netuid of [originNetuid, destinationNetuid]) ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  for (const netuid of [originNetuid, destinationNetuid]) ensureSubtokenEnabled(ctx, netuid);
  for (const { hotkey } of [from, to]) ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...from, netuid: originNetuid });
  ensure(alpha <= stake, E.NotEnoughStakeToWithdraw, { ...from, netuid: originNetuid, actual: stake, required: alpha });
  const tao = simSwapAlphaForTao(ctx, originNetuid, alpha) ?? refuse(E.InsufficientLiquidity, { netuid: originNetuid, actual: alpha, check: 'the pool stays above its minimum' });
  ensure(tao > MIN_STAKE_RAO, E.AmountTooLow, { netuid: originNetuid, actual: tao, required: MIN_STAKE_RAO + 1n });
  if (limit?.allowPartial === false) ensure(alpha <= maxAlpha, E.SlippageTooHigh, { netuid: originNetuid, actual: alpha, required: maxAlpha });
  ensureBuysShares(ctx, order, tao);
  if (!order.checkTransferToggle) return;
  for (const netuid of [originNetuid, destinationNetuid]) ensure(S.TransferToggle.get(ctx, netuid), E.TransferDisallowed, { netuid });
}

/** A destination pool too small to trade with counts as one that gives nothing. */
function ensureBuysShares(ctx: StateCtx, { to, destinationNetuid }: StakeTransition, tao: bigint): void {
  const alpha = simSwapTaoForAlpha(ctx, destinationNetuid, tao) ?? 0n;
  const buysShares = tryIncreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, to.hotkey, destinationNetuid, alpha);
  ensure(buysShares, E.InsufficientLiquidity, { netuid: destinationNetuid, hotkey: to.hotkey, alpha, check: 'it buys a share' });
}
