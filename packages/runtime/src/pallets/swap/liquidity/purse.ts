/**
 * What goes into positions and comes out of them: TAO between the coldkey and the subnet's account, alpha between the pool and stake.
 *
 * source: pallets/subtensor/src/lib.rs, BalanceOps @ 459fa72
 */

import type { Ctx, StateCtx } from '@taonet/frame';
import type { TokenAmounts } from '@taonet/pools';
import { ensure, saturatingAddU64, saturatingSubU64 } from '@taonet/primitives';
import { getKeepAliveBalance, transferTaoFromSubnet, transferTaoToSubnet } from '../../subtensor/coinbase/tao.ts';
import { cleanupLockIfZero, ensureAvailableToUnstake } from '../../subtensor/locks/lockStake.ts';
import { E as SubtensorErrors, S as Subtensor } from '../../subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../subtensor/staking/accounts.ts';
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet, type StakeKey,
} from '../../subtensor/staking/stakeShares.ts';
import { E } from '../pallet.ts';

/** refuses InsufficientBalance of Swap */
export function ensureCanProvide(ctx: StateCtx, key: StakeKey, { tao, alpha }: TokenAmounts): void {
  const [freeTao, staked] = [getKeepAliveBalance(ctx, key.coldkey), getStakeForHotkeyAndColdkeyOnSubnet(ctx, key)];
  ensure(freeTao >= tao, E.InsufficientBalance, { coldkey: key.coldkey, currency: 'TAO', actual: freeTao, required: tao });
  ensure(staked >= alpha, E.InsufficientBalance, { ...key, currency: 'alpha', actual: staked, required: alpha });
}

/** Takes the amounts from balance and stake. refuses HotKeyAccountNotExists, StakeUnavailable for stake that a lock holds */
export function provide(ctx: Ctx, key: StakeKey, { tao, alpha }: TokenAmounts): void {
  const { coldkey, hotkey, netuid } = key;
  const moved = transferTaoToSubnet(ctx, netuid, coldkey, tao);
  ensure(moved === tao, E.InsufficientBalance, { coldkey, currency: 'TAO', actual: moved, required: tao });
  ensure(hotkeyAccountExists(ctx, hotkey), SubtensorErrors.HotKeyAccountNotExists, { hotkey });
  ensureAvailableToUnstake(ctx, coldkey, netuid, alpha);
  Subtensor.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingSubU64(total, alpha));
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
  cleanupLockIfZero(ctx, coldkey, netuid);
}

/** Pays amounts to balance and stake. refuses HotKeyAccountNotExists, and what a transfer refuses */
export function payOut(ctx: Ctx, key: StakeKey, { tao, alpha }: TokenAmounts): void {
  const { coldkey, hotkey, netuid } = key;
  if (tao > 0n) transferTaoFromSubnet(ctx, netuid, coldkey, tao);
  ensure(hotkeyAccountExists(ctx, hotkey), SubtensorErrors.HotKeyAccountNotExists, { hotkey });
  Subtensor.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
}
