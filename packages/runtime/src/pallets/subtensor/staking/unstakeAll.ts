/** Unstaking from every subnet at once. source: pallets/subtensor/src/staking/remove_stake.rs @ 14bc6f9 */

import { ensureSigned, inLayer, type Ctx, type Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, type AccountId } from '@taonet/primitives';
import { E, S } from '../pallet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { hotkeyAccountExists } from './accounts.ts';
import { clearSmallNominationIfRequired } from './smallNominations.ts';
import { ANY_BUY_PRICE, ANY_SELL_PRICE } from './poolSwaps.ts';
import { stakeIntoSubnet } from './stakeIntoSubnet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './stakeShares.ts';
import { unstakeFromSubnet } from './unstakeFromSubnet.ts';
import { validateRemoveStake } from './validateRemoveStake.ts';

/**
 * Unstakes all the coldkey has on the hotkey, root included. Subnets where that is not allowed are left out; a swap that fails
 * refuses the whole call.
 *
 * refuses HotKeyAccountNotExists and what `unstakeFromSubnet` refuses
 * source: do_unstake_all
 */
export function doUnstakeAll(ctx: Ctx, origin: Origin, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (S.SubtokenEnabled.get(ctx, netuid)) unstakeWhole(ctx, { hotkey, coldkey, netuid });
  }
}

/**
 * As `doUnstakeAll` without root, and stakes the TAO on root.
 *
 * refuses also what `stakeIntoSubnet` refuses
 * source: do_unstake_all_alpha
 */
export function doUnstakeAllAlpha(ctx: Ctx, origin: Origin, hotkey: AccountId): void {
  const coldkey = ensureSigned(origin);
  ensure(hotkeyAccountExists(ctx, hotkey), E.HotKeyAccountNotExists, { hotkey });
  let tao = 0n;
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (netuid === ROOT_NETUID || !S.SubtokenEnabled.get(ctx, netuid)) continue;
    tao = saturatingAddU64(tao, unstakeWhole(ctx, { hotkey, coldkey, netuid }));
  }
  stakeIntoSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID }, tao, ANY_BUY_PRICE);
}

/** returns: rao paid out; 0 where unstaking is not allowed */
function unstakeWhole(ctx: Ctx, key: StakeKey): bigint {
  const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const checked = inLayer(ctx, () => validateRemoveStake(ctx, { ...key, alpha, maxAlpha: alpha, allowPartial: false }));
  if ('refusal' in checked) return 0n;
  const tao = unstakeFromSubnet(ctx, key, key.coldkey, { alpha, ...ANY_SELL_PRICE });
  clearSmallNominationIfRequired(ctx, key);
  return tao;
}
