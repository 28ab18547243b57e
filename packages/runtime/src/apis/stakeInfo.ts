/** StakeInfoRuntimeApi: who has how much where, what locks hold of it, and who leads by conviction. */

import { stakeInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { getColdkeyLock } from '../pallets/subtensor/locks/lockStake.ts';
import { hotkeyConviction, subnetKing } from '../pallets/subtensor/locks/subnetOwnership.ts';
import type { StakeKey } from '../pallets/subtensor/staking/stakeShares.ts';
import { getAllSubnetNetuids, ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import { isHotkeyRegisteredOnNetwork } from '../pallets/subtensor/subnets/uids.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { bindTrait, type ApiFound, type ApiResult } from './handlers.ts';

type StakeInfo = ApiFound<typeof stakeInfoApi, 'get_stake_info_for_hotkey_coldkey_netuid'>;
type Availabilities = ApiResult<typeof stakeInfoApi, 'get_stake_availability_for_coldkeys'>;
type Availability = Availabilities[number][1][number];

const stakeOf = (ctx: StateCtx, key: StakeKey): bigint => ruleSetOf(ctx).views.stakeOf(ctx, key);

/** Locked and drain are no longer computed and read as zero; today TAO emission too. */
function stakeInfo(ctx: StateCtx, key: StakeKey, stake: bigint): StakeInfo {
  const { hotkey, netuid } = key;
  return {
    ...key,
    stake,
    locked: 0n,
    emission: S.AlphaDividendsPerSubnet.get(ctx, netuid, hotkey),
    tao_emission: ruleSetOf(ctx).views.taoDividends(ctx, netuid, hotkey),
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
      const stake = stakeOf(ctx, key);
      if (stake !== 0n) infos.push(stakeInfo(ctx, key, stake));
    }
  }
  return infos;
}

/** Undefined where there is neither stake nor lock. source: pallets/subtensor/src/staking/lock.rs, stake_availability @ 14bc6f9 */
function availabilityOn(ctx: StateCtx, coldkey: AccountId, netuid: NetUid): Availability | undefined {
  const total = S.StakingHotkeys.get(ctx, coldkey).map((hotkey) => stakeOf(ctx, { hotkey, coldkey, netuid })).reduce(saturatingAddU64, 0n);
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

export const stakeInfoMethods = bindTrait(stakeInfoApi, {
  get_stake_info_for_coldkey: (ctx, { coldkey_account: coldkey }) => stakeInfosOf(ctx, coldkey),

  get_stake_info_for_coldkeys: (ctx, { coldkey_accounts: coldkeys }) => coldkeys.map((coldkey) => [coldkey, stakeInfosOf(ctx, coldkey)]),

  /** Answers for any hotkey and any subnet, with zeros where there is nothing. */
  get_stake_info_for_hotkey_coldkey_netuid: (ctx, { hotkey_account: hotkey, coldkey_account: coldkey, netuid }) => {
    const key = { hotkey, coldkey, netuid };
    return stakeInfo(ctx, key, stakeOf(ctx, key));
  },

  get_stake_availability_for_coldkeys: (ctx, { coldkey_accounts: coldkeys, netuids }) => stakeAvailabilities(ctx, coldkeys, netuids),

  /** The coldkeys do not matter. */
  get_stake_fee: (ctx, { origin, destination, amount }) => ruleSetOf(ctx).views.stakeFee(ctx, origin, destination, amount),

  get_coldkey_lock: (ctx, { coldkey, netuid }) => getColdkeyLock(ctx, coldkey, netuid),

  get_hotkey_conviction: (ctx, { hotkey, netuid }) => hotkeyConviction(ctx, hotkey, netuid),

  get_most_convicted_hotkey_on_subnet: (ctx, { netuid }) => subnetKing(ctx, netuid),
});
