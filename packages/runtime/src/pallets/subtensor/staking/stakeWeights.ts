/**
 * Stake as consensus counts it: alpha plus weighted root TAO, each with what childkeys take away and bring.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { I64F64, U64_MAX, U96F32, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { computeStakeWeight } from '@taonet/yuma';
import { S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { getStakeForHotkeyOnSubnet } from './stakeShares.ts';

const WHOLE = U96F32.fromInt(U64_MAX);

/** A proportion stored as u64, as a share of 1. */
export const normalizedProportion = (proportion: bigint): U96F32 => U96F32.safeDiv(U96F32.fromInt(proportion), WHOLE);

/**
 * The hotkey's alpha without what its children use, with what its parents lend it; on root its own stake.
 *
 * source: get_inherited_for_hotkey_on_subnet
 */
export function getInheritedForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): bigint {
  if (netuid === ROOT_NETUID) return getStakeForHotkeyOnSubnet(ctx, hotkey, netuid);
  return inherited(ctx, hotkey, { familyNetuid: netuid, stakeNetuid: netuid });
}

/** The same for the hotkey's TAO on root, by the families of `netuid`. source: get_tao_inherited_for_hotkey_on_subnet */
export function getTaoInheritedForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): bigint {
  return inherited(ctx, hotkey, { familyNetuid: netuid, stakeNetuid: ROOT_NETUID });
}

/** Stake weight of the hotkey, I64F64 rao. source: get_stake_weights_for_hotkey_on_subnet, its total */
export function getStakeWeightForHotkeyOnSubnet(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): I64F64 {
  return computeStakeWeight({
    alphaRao: getInheritedForHotkeyOnSubnet(ctx, hotkey, netuid),
    taoRao: getTaoInheritedForHotkeyOnSubnet(ctx, hotkey, netuid),
    taoWeight: S.TaoWeight.get(ctx),
  });
}

function inherited(ctx: StateCtx, hotkey: AccountId, { familyNetuid, stakeNetuid }: { familyNetuid: NetUid; stakeNetuid: NetUid }): bigint {
  const own = U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, stakeNetuid));
  let lent = U96F32.zero;
  for (const [proportion] of S.ChildKeys.get(ctx, hotkey, familyNetuid)) {
    lent = U96F32.saturatingAdd(lent, U96F32.saturatingMul(own, normalizedProportion(proportion)));
  }
  let borrowed = U96F32.zero;
  for (const [proportion, parent] of S.ParentKeys.get(ctx, hotkey, familyNetuid)) {
    const stake = U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, parent, stakeNetuid));
    borrowed = U96F32.saturatingAdd(borrowed, U96F32.saturatingMul(stake, normalizedProportion(proportion)));
  }
  return U96F32.saturatingToU64(U96F32.saturatingAdd(U96F32.saturatingSub(own, lent), borrowed));
}

/** Stake weight of every neuron by uid, I64F64 rao; 0 for a uid without a hotkey. source: get_stake_weights_for_network, its total */
export function getStakeWeightsForNetwork(ctx: StateCtx, netuid: NetUid, neurons: readonly { readonly uid: Uid; readonly hotkey: AccountId }[]): I64F64[] {
  const weights = new Array<I64F64>(S.SubnetworkN.get(ctx, netuid)).fill(I64F64.zero);
  for (const { uid, hotkey } of neurons) if (uid < weights.length) weights[uid] = getStakeWeightForHotkeyOnSubnet(ctx, hotkey, netuid);
  return weights;
}
