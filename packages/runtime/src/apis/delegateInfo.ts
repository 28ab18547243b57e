/** DelegateInfoRuntimeApi: hotkeys that take nominations, their nominators and what they earn. */

import { delegateInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { U16_MAX, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { getStakeForHotkeyOnSubnet } from '../pallets/subtensor/staking/stakeShares.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { getRegisteredNetworksForHotkey } from '../pallets/subtensor/subnets/uids.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import { bindTrait, type ApiFound } from './handlers.ts';

type DelegateInfo = ApiFound<typeof delegateInfoApi, 'get_delegate'>;
type Nominators = DelegateInfo['nominators'];

const BLOCKS_PER_DAY = U64F64.fromInt(7_200);
const RAO_PER_THOUSAND_TAO = U64F64.fromInt(1_000_000_000_000n);

/** One minus the take, as a share. */
function withoutTake(take: number): U64F64 {
  return U64F64.saturatingSub(U64F64.one, U64F64.safeDiv(U64F64.fromInt(take), U64F64.fromInt(U16_MAX)));
}

/** source: pallets/subtensor/src/rpc_info/delegate_info.rs, return_per_1000_tao @ 14bc6f9 */
function returnPer1000Tao(take: number, totalStake: U64F64, emissionsPerDay: U64F64): U64F64 {
  if (totalStake === U64F64.zero) return U64F64.zero;
  return U64F64.safeDiv(U64F64.saturatingMul(emissionsPerDay, withoutTake(take)), U64F64.safeDiv(totalStake, RAO_PER_THOUSAND_TAO));
}

/**
 * Who has stake with the hotkey, by account, and how much on which subnet. Upstream looks pools up by their place in the
 * list of subnets, not by netuid: where numbers have gaps or pass 255, stake of high netuids is valued by another subnet's
 * pool or left out. The answer on the wire is what counts, so it is done the same way.
 */
function nominatorsOf(ctx: StateCtx, hotkey: AccountId): Nominators {
  const netuids = getAllSubnetNetuids(ctx);
  const nominators: Nominators = [];
  for (const { coldkey, netuid, valueIn } of ruleSetOf(ctx).views.holdingsOn(ctx, hotkey)) {
    const poolNetuid = netuids[netuid];
    if (poolNetuid === undefined) continue;
    const stake: Nominators[number][1][number] = [netuid, valueIn(poolNetuid)];
    const last = nominators.at(-1);
    if (last?.[0] === coldkey) last[1].push(stake);
    else nominators.push([coldkey, [stake]]);
  }
  return nominators;
}

function permitsAndEmission(ctx: StateCtx, hotkey: AccountId, registrations: readonly NetUid[]): { permits: NetUid[]; emissionsPerDay: U64F64 } {
  const permits: NetUid[] = [];
  let emissionsPerDay = U64F64.zero;
  for (const netuid of registrations) {
    const uid = S.Uids.tryGet(ctx, netuid, hotkey);
    if (uid === undefined) continue;
    if (S.ValidatorPermit.get(ctx, netuid)[uid] === true) permits.push(netuid);
    const tempo = S.Tempo.get(ctx, netuid);
    if (tempo === 0) continue;
    const emission = U64F64.fromInt(S.Emission.get(ctx, netuid)[uid] ?? 0n);
    const epochsPerDay = U64F64.safeDiv(BLOCKS_PER_DAY, U64F64.fromInt(tempo));
    emissionsPerDay = U64F64.saturatingAdd(emissionsPerDay, U64F64.saturatingMul(emission, epochsPerDay));
  }
  return { permits, emissionsPerDay };
}

/** source: pallets/subtensor/src/rpc_info/delegate_info.rs, get_delegate_by_existing_account @ 14bc6f9 */
function delegateInfo(ctx: StateCtx, hotkey: AccountId, skipNominators: boolean): DelegateInfo {
  const registrations = getRegisteredNetworksForHotkey(ctx, hotkey);
  const { permits, emissionsPerDay } = permitsAndEmission(ctx, hotkey, registrations);
  const take = S.Delegates.get(ctx, hotkey);
  const rootStake = U64F64.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID));
  return {
    delegate_ss58: hotkey,
    take,
    nominators: skipNominators ? [] : nominatorsOf(ctx, hotkey),
    owner_ss58: S.Owner.get(ctx, hotkey),
    registrations,
    validator_permits: permits,
    return_per_1000: U64F64.saturatingToU64(returnPer1000Tao(take, rootStake, emissionsPerDay)),
    total_daily_return: U64F64.saturatingToU64(emissionsPerDay),
  };
}

export const delegateInfoMethods = bindTrait(delegateInfoApi, {
  get_delegates: (ctx) => S.Delegates.keys(ctx).map(([hotkey]) => delegateInfo(ctx, hotkey, false)),

  get_delegate: (ctx, { delegate_account: hotkey }) => (S.Delegates.has(ctx, hotkey) ? delegateInfo(ctx, hotkey, false) : undefined),

  /** One entry per delegate and subnet where the coldkey holds shares. */
  get_delegated: (ctx, { delegatee_account: coldkey }) =>
    S.Delegates.keys(ctx).flatMap(([hotkey]) =>
      ruleSetOf(ctx).views.subnetsHeld(ctx, hotkey, coldkey).map((netuid): [DelegateInfo, [NetUid, bigint]] => [
        delegateInfo(ctx, hotkey, true),
        [netuid, ruleSetOf(ctx).views.stakeOf(ctx, { hotkey, coldkey, netuid })],
      ])),
});
