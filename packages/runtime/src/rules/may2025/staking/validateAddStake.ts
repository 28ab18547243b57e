import type { StateCtx } from '@taonet/frame';
import { ensure, refuse } from '@taonet/primitives';
import { E } from '../../../pallets/subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import type { AddStakeInput } from '../../../pallets/subtensor/staking/validateAddStake.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { canRemoveBalanceFromColdkeyAccount, getColdkeyBalance } from './coldkeyBalances.ts';
import { simSwapTaoForAlpha } from './poolSwaps.ts';
import { tryIncreaseStakeForHotkeyAndColdkeyOnSubnet } from './sharePools.ts';
import { MIN_STAKE_RAO, STAKING_FEE_RAO } from './stakeAmounts.ts';

const MIN_AMOUNT_RAO = MIN_STAKE_RAO + STAKING_FEE_RAO;

/**
 * Checks a stake before anything moves; what is asked for must be affordable and tradable even when a limit allows less.
 *
 * refuses SubnetNotExists, AmountTooLow, SlippageTooHigh, NotEnoughBalanceToStake, HotKeyAccountNotExists, InsufficientLiquidity
 * source: pallets/subtensor/src/staking/stake_utils.rs, validate_add_stake @ 1b0c63a
 */
export function validateAddStake(ctx: StateCtx, { coldkey, hotkey, netuid, tao, maxTao, allowPartial }: AddStakeInput): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensure(tao >= MIN_AMOUNT_RAO, E.AmountTooLow, { netuid, actual: tao, required: MIN_AMOUNT_RAO });
  if (!allowPartial) ensure(tao <= maxTao, E.SlippageTooHigh, { netuid, actual: tao, required: maxTao });
  const affordable = canRemoveBalanceFromColdkeyAccount(ctx, coldkey, tao);
  ensure(affordable, E.NotEnoughBalanceToStake, { coldkey, actual: getColdkeyBalance(ctx, coldkey), required: tao });
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  const alpha = simSwapTaoForAlpha(ctx, netuid, tao) ?? refuse(E.InsufficientLiquidity, { netuid, actual: tao, check: 'the pool stays above its minimum' });
  const buysShares = tryIncreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, hotkey, netuid, alpha);
  ensure(buysShares, E.InsufficientLiquidity, { netuid, hotkey, alpha, check: 'it buys a share' });
}
