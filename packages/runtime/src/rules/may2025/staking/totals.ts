/** TAO value of stake at spot prices. source: pallets/subtensor/src/staking/helpers.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { getAlphaPrice } from './poolSwaps.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyOnSubnet } from './sharePools.ts';

/** Rao, floored. */
function valueOf(ctx: StateCtx, netuid: NetUid, alpha: bigint): bigint {
  return U96F32.saturatingToU64(U96F32.saturatingMul(U96F32.fromInt(alpha), getAlphaPrice(ctx, netuid)));
}

const sum = (values: readonly bigint[]): bigint => BigInt.asUintN(64, values.reduce((total, value) => total + value, 0n));

/** Of all stake on the hotkey; floored on each subnet. source: get_total_stake_for_hotkey */
export function getTotalStakeForHotkey(ctx: StateCtx, hotkey: AccountId): bigint {
  return sum(getAllSubnetNetuids(ctx).map((netuid) => valueOf(ctx, netuid, getStakeForHotkeyOnSubnet(ctx, hotkey, netuid))));
}

/** Of all stake of the coldkey; floored on each subnet. source: get_total_stake_for_coldkey */
export function getTotalStakeForColdkey(ctx: StateCtx, coldkey: AccountId): bigint {
  return sum(S.StakingHotkeys.get(ctx, coldkey).flatMap((hotkey) =>
    S.Alpha.keys(ctx, hotkey, coldkey).map(([, , netuid]) => valueOf(ctx, netuid, getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey, netuid })))));
}
