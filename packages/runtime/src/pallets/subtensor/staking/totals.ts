/** Sums of stake. */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { S } from '../pallet.ts';
import { getAllSubnetNetuids } from '../subnets/subnetwork.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyOnSubnet } from './stakeShares.ts';

/**
 * TAO value of all stake on the hotkey at spot prices, floored after summing.
 *
 * source: pallets/subtensor/src/staking/helpers.rs, get_total_stake_for_hotkey @ 14bc6f9
 */
export function getTotalStakeForHotkey(ctx: StateCtx, hotkey: AccountId): bigint {
  const total = getAllSubnetNetuids(ctx).reduce((sum, netuid) => {
    const alpha = getStakeForHotkeyOnSubnet(ctx, hotkey, netuid);
    // No alpha is worth nothing at any price: the price is not asked for.
    return alpha === 0n ? sum : U64F64.wrappingAdd(sum, U64F64.saturatingMul(U64F64.fromInt(alpha), currentAlphaPrice(ctx, netuid)));
  }, U64F64.zero);
  return U64F64.saturatingToU64(total);
}

/** The coldkey's stake on the subnet over all its hotkeys. source: pallets/subtensor/src/staking/lock.rs, total_coldkey_alpha_on_subnet @ 14bc6f9 */
export function totalColdkeyAlphaOnSubnet(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): bigint {
  return S.StakingHotkeys.get(ctx, coldkey)
    .map((hotkey) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid }))
    .reduce(saturatingAddU64, 0n);
}
