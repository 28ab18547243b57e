/** Unstaking from every subnet at once. source: pallets/subtensor/src/staking/remove_stake.rs @ 1b0c63a */

import { ensureSigned, type Ctx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, type AccountId } from '@taonet/primitives';
import { E, S } from '../../../pallets/subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../../pallets/subtensor/staking/accounts.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { payOut } from './removeStake.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './sharePools.ts';
import { clearSmallNominationIfRequired } from './smallNominations.ts';
import { calculateStakingFee } from './stakingFee.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { canRemoveWholeStake } from './validateRemoveStake.ts';

/** What leaves one subnet. */
interface WholeStake {
  readonly alpha: bigint;
  readonly fee: bigint;
}

/**
 * Unstakes all the coldkey has on the hotkey, root included; subnets where that is not allowed are left out.
 *
 * refuses BadOrigin, HotKeyAccountNotExists
 * source: do_unstake_all
 */
export function doUnstakeAll(ctx: Ctx, origin: Origin, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const key = { hotkey, coldkey, netuid };
    const whole = wholeStake(ctx, key);
    if (whole !== undefined) payOut(ctx, key, whole.alpha, whole.fee);
  }
}

/**
 * As `doUnstakeAll` without root, and stakes the TAO on root without a fee, be it 0.
 *
 * refuses BadOrigin, HotKeyAccountNotExists
 * source: do_unstake_all_alpha
 */
export function doUnstakeAllAlpha(ctx: Ctx, origin: Origin, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  let tao = 0n;
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (netuid === ROOT_NETUID) continue;
    const key = { hotkey, coldkey, netuid };
    const whole = wholeStake(ctx, key);
    if (whole === undefined) continue;
    tao = saturatingAddU64(tao, unstakeFromSubnet(ctx, key, whole.alpha, whole.fee));
    clearSmallNominationIfRequired(ctx, key);
  }
  stakeIntoSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID }, tao, 0n);
}

/** undefined where unstaking is not allowed */
function wholeStake(ctx: StateCtx, key: StakeKey): WholeStake | undefined {
  if (!S.SubtokenEnabled.get(ctx, key.netuid) || !canRemoveWholeStake(ctx, key)) return undefined;
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  return alpha === 0n ? undefined : { alpha, fee: calculateStakingFee(ctx, key, undefined, alpha) };
}
