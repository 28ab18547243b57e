/** StakeInfoRuntimeApi: who has how much where, what locks hold of it, and who leads by conviction. */

import { stakeInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { saturatingSubU64, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { getColdkeyLock } from '../pallets/subtensor/locks/lockStake.ts';
import { hotkeyConviction, subnetKing } from '../pallets/subtensor/locks/subnetOwnership.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from '../pallets/subtensor/staking/stakeShares.ts';
import { totalColdkeyAlphaOnSubnet } from '../pallets/subtensor/staking/totals.ts';
import { getAllSubnetNetuids, ifSubnetExist, ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { isHotkeyRegisteredOnNetwork } from '../pallets/subtensor/subnets/uids.ts';
import { approxFeeAmount } from '../pallets/swap/swap.ts';
import { bindTrait, type ApiFound, type ApiResult } from './handlers.ts';

type StakeInfo = ApiFound<typeof stakeInfoApi, 'get_stake_info_for_hotkey_coldkey_netuid'>;
type Availabilities = ApiResult<typeof stakeInfoApi, 'get_stake_availability_for_coldkeys'>;
type Availability = Availabilities[number][1][number];
type Place = readonly [AccountId, NetUid];

/** Locked, TAO emission and drain are no longer computed and read as zero. */
function stakeInfo(ctx: StateCtx, key: StakeKey, stake: bigint): StakeInfo {
  const { hotkey, netuid } = key;
  return {
    ...key,
    stake,
    locked: 0n,
    emission: S.AlphaDividendsPerSubnet.get(ctx, netuid, hotkey),
    tao_emission: 0n,
    drain: 0n,
    is_registered: isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey),
  };
}

/**
 * All stake of the coldkey, subnet by subnet; zeros left out.
 *
 * source: pallets/subtensor/src/rpc_info/stake_info.rs, _get_stake_info_for_coldkeys @ 14bc6f9
 */
function stakeInfosOf(ctx: StateCtx, coldkey: AccountId): StakeInfo[] {
  const hotkeys = S.StakingHotkeys.get(ctx, coldkey);
  const infos: StakeInfo[] = [];
  for (const netuid of getAllSubnetNetuids(ctx)) {
    for (const hotkey of hotkeys) {
      const key = { hotkey, coldkey, netuid };
      const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
      if (stake !== 0n) infos.push(stakeInfo(ctx, key, stake));
    }
  }
  return infos;
}

/** Undefined where there is neither stake nor lock. source: pallets/subtensor/src/staking/lock.rs, stake_availability @ 14bc6f9 */
function availabilityOn(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): Availability | undefined {
  const total = totalColdkeyAlphaOnSubnet(ctx, coldkey, netuid);
  const locked = getColdkeyLock(ctx, coldkey, netuid)?.locked_mass ?? 0n;
  return total === 0n && locked === 0n ? undefined : [netuid, { total, locked, available: saturatingSubU64(total, locked) }];
}

/**
 * The subnets to look at: all; or those asked for, once each, that exist. An empty list, or one longer than the number
 * of subnets, is answered with nothing.
 */
function netuidsToShow(ctx: StateCtx, asked: readonly NetUid[] | undefined): NetUid[] {
  const existing = getAllSubnetNetuids(ctx);
  if (asked === undefined) return existing;
  const once = [...new Set(asked)].sort((a, b) => a - b);
  return once.length > existing.length ? [] : once.filter((netuid) => ifSubnetExist(ctx, netuid));
}

/**
 * One entry per coldkey, however often it was asked for.
 *
 * source: pallets/subtensor/src/rpc_info/stake_info.rs, get_stake_availability_for_coldkeys @ 14bc6f9
 */
function stakeAvailabilities(ctx: StateCtx, coldkeys: readonly AccountId[], asked: readonly NetUid[] | undefined): Availabilities {
  const netuids = netuidsToShow(ctx, asked).sort((a, b) => a - b);
  return [...new Set(coldkeys)].sort().map((coldkey) => [
    coldkey,
    netuids.map((netuid) => availabilityOn(ctx, coldkey, netuid)).filter((one) => one !== undefined),
  ]);
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

export const stakeInfoMethods = bindTrait(stakeInfoApi, {
  get_stake_info_for_coldkey: (ctx, { coldkey_account: coldkey }) => stakeInfosOf(ctx, coldkey),

  get_stake_info_for_coldkeys: (ctx, { coldkey_accounts: coldkeys }) => coldkeys.map((coldkey) => [coldkey, stakeInfosOf(ctx, coldkey)]),

  /** Answers for any hotkey and any subnet, with zeros where there is nothing. */
  get_stake_info_for_hotkey_coldkey_netuid: (ctx, { hotkey_account: hotkey, coldkey_account: coldkey, netuid }) => {
    const key = { hotkey, coldkey, netuid };
    return stakeInfo(ctx, key, getStakeForHotkeyAndColdkeyOnSubnet(ctx, key));
  },

  get_stake_availability_for_coldkeys: (ctx, { coldkey_accounts: coldkeys, netuids }) => stakeAvailabilities(ctx, coldkeys, netuids),

  /** Fee of a swap on the destination's subnet, or the origin's; a move from a place to itself costs none. The coldkeys do not matter. */
  get_stake_fee: (ctx, { origin, destination, amount }) =>
    samePlace(origin, destination) ? 0n : approxFeeAmount(ctx, (destination ?? origin)?.[1] ?? ROOT_NETUID, amount),

  get_coldkey_lock: (ctx, { coldkey, netuid }) => getColdkeyLock(ctx, coldkey, netuid),

  get_hotkey_conviction: (ctx, { hotkey, netuid }) => hotkeyConviction(ctx, hotkey, netuid),

  get_most_convicted_hotkey_on_subnet: (ctx, { netuid }) => subnetKing(ctx, netuid),
});
