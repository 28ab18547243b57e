/** The neurons of a subnet: which uid a hotkey has, and what changes when a uid is added, emptied or handed on. */

import type { StateCtx } from '@taonet/frame';
import { refuse, saturatingAddU16, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { splitStorageIndex } from '@taonet/yuma';
import { E, S } from '../pallet.ts';
import { mechanismIndices } from './mechanismIndex.ts';

/** source: pallets/subtensor/src/subnets/uids.rs, is_uid_exist_on_network @ 14bc6f9 */
export function isUidExistOnNetwork(ctx: StateCtx, netuid: NetUid, uid: Uid): boolean {
  return S.Keys.has(ctx, netuid, uid);
}

/** source: pallets/subtensor/src/subnets/uids.rs, is_hotkey_registered_on_network @ 14bc6f9 */
export function isHotkeyRegisteredOnNetwork(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): boolean {
  return S.Uids.has(ctx, netuid, hotkey);
}

/**
 * By membership entry, whatever its value: a hotkey that left the subnet by a swap still has one.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, is_hotkey_registered_on_specific_network @ 14bc6f9
 */
export function isHotkeyRegisteredOnSpecificNetwork(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): boolean {
  return S.IsNetworkMember.has(ctx, hotkey, netuid);
}

/** source: pallets/subtensor/src/subnets/uids.rs, is_hotkey_registered_on_any_network @ 14bc6f9 */
export function isHotkeyRegisteredOnAnyNetwork(ctx: StateCtx, hotkey: AccountId): boolean {
  return S.IsNetworkMember.entries(ctx, hotkey).some(([, isMember]) => isMember);
}

/** source: pallets/subtensor/src/subnets/uids.rs, get_registered_networks_for_hotkey @ 14bc6f9 */
export function getRegisteredNetworksForHotkey(ctx: StateCtx, hotkey: AccountId): NetUid[] {
  return S.IsNetworkMember.entries(ctx, hotkey).filter(([, isMember]) => isMember).map(([[, netuid]]) => netuid);
}

/**
 * refuses HotKeyNotRegisteredInSubNet
 * source: pallets/subtensor/src/subnets/uids.rs, get_uid_for_net_and_hotkey @ 14bc6f9
 */
export function getUidForNetAndHotkey(ctx: StateCtx, netuid: NetUid, hotkey: AccountId): Uid {
  return S.Uids.get(ctx, netuid, hotkey) ?? refuse(E.HotKeyNotRegisteredInSubNet, { netuid, hotkey });
}

/**
 * The uid of the hotkey that stands for the subnet's owner; undefined when there is none or it is not registered.
 *
 * source: pallets/subtensor/src/utils/misc.rs, get_owner_uid @ 14bc6f9
 */
export function getOwnerUid(ctx: StateCtx, netuid: NetUid): Uid | undefined {
  const ownerHotkey = S.SubnetOwnerHotkey.tryGet(ctx, netuid);
  return ownerHotkey === undefined ? undefined : S.Uids.get(ctx, netuid, ownerHotkey);
}

/**
 * Last updates of a mechanism, padded with 0 to the number of neurons.
 *
 * source: pallets/subtensor/src/utils/misc.rs, get_last_update @ 14bc6f9
 */
export function getLastUpdate(ctx: StateCtx, netuidIndex: number): bigint[] {
  const values = S.LastUpdate.get(ctx, netuidIndex);
  const missing = Math.max(S.SubnetworkN.get(ctx, splitStorageIndex(netuidIndex).netuid) - values.length, 0);
  return [...values, ...Array.from({ length: missing }, () => 0n)];
}

/**
 * Nothing happens for a uid beyond the end.
 *
 * source: pallets/subtensor/src/utils/misc.rs, set_last_update_for_uid @ 14bc6f9
 */
export function setLastUpdateForUid(ctx: StateCtx, netuidIndex: number, uid: Uid, block: bigint): void {
  const values = getLastUpdate(ctx, netuidIndex);
  if (uid < values.length) S.LastUpdate.set(ctx, netuidIndex, withElement(values, uid, block));
}

/** `values` with another value at `at`; unchanged when there is no such place. */
export function withElement<T>(values: readonly T[], at: number, value: T): T[] {
  return values.map((present, i) => (i === at ? value : present));
}

/**
 * Adds a neuron at the end of the subnet. Entry by entry: active, no emission, no permit, last update now.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, append_neuron @ 14bc6f9
 */
export function appendNeuron(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, block: bigint): void {
  const uid = S.SubnetworkN.get(ctx, netuid);
  S.SubnetworkN.set(ctx, netuid, saturatingAddU16(uid, 1));
  S.Active.mutate(ctx, netuid, (values) => [...values, true]);
  S.Emission.mutate(ctx, netuid, (values) => [...values, 0n]);
  S.Consensus.mutate(ctx, netuid, (values) => [...values, 0]);
  for (const index of mechanismIndices(ctx, netuid)) {
    S.Incentive.mutate(ctx, index, (values) => [...values, 0]);
    setLastUpdateForUid(ctx, index, uid, block);
  }
  S.Dividends.mutate(ctx, netuid, (values) => [...values, 0]);
  S.ValidatorTrust.mutate(ctx, netuid, (values) => [...values, 0]);
  S.ValidatorPermit.mutate(ctx, netuid, (values) => [...values, false]);
  linkNeuron(ctx, netuid, uid, hotkey, block);
}

export function linkNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid, hotkey: AccountId, block: bigint): void {
  S.Keys.set(ctx, netuid, uid, hotkey);
  S.Uids.set(ctx, netuid, hotkey, uid);
  S.BlockAtRegistration.set(ctx, netuid, uid, block);
  S.IsNetworkMember.set(ctx, hotkey, netuid, true);
}

/**
 * Gives a uid to another hotkey. The subnet owner's own uid is left alone, silently.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, replace_neuron @ 14bc6f9
 */
export function replaceNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid, newHotkey: AccountId, block: bigint): void {
  const oldHotkey = S.Keys.get(ctx, netuid, uid);
  if (S.SubnetOwnerHotkey.tryGet(ctx, netuid) === oldHotkey) return;
  S.Uids.remove(ctx, netuid, oldHotkey);
  S.AssociatedEvmAddress.remove(ctx, netuid, uid);
  S.IsNetworkMember.remove(ctx, oldHotkey, netuid);
  const active = S.Active.get(ctx, netuid);
  if (uid < active.length) S.Active.set(ctx, netuid, withElement(active, uid, true));
  linkNeuron(ctx, netuid, uid, newHotkey, block);
  S.Axons.remove(ctx, netuid, oldHotkey);
  S.NeuronCertificates.remove(ctx, netuid, oldHotkey);
  S.Prometheus.remove(ctx, netuid, oldHotkey);
  clearNeuron(ctx, netuid, uid);
  for (const index of mechanismIndices(ctx, netuid)) setLastUpdateForUid(ctx, index, uid, block);
}

/**
 * Empties a uid's results, its weights and bonds, and the weights others set on it. Bonds of others to it stay.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, clear_neuron @ 14bc6f9
 */
export function clearNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid): void {
  S.Emission.mutate(ctx, netuid, (values) => withElement(values, uid, 0n));
  S.Consensus.mutate(ctx, netuid, (values) => withElement(values, uid, 0));
  for (const index of mechanismIndices(ctx, netuid)) clearMechanismOfNeuron(ctx, index, uid);
  S.Dividends.mutate(ctx, netuid, (values) => withElement(values, uid, 0));
  S.StakeWeight.mutate(ctx, netuid, (values) => withElement(values, uid, 0));
  S.ValidatorTrust.mutate(ctx, netuid, (values) => withElement(values, uid, 0));
  S.ValidatorPermit.mutate(ctx, netuid, (values) => withElement(values, uid, false));
}

function clearMechanismOfNeuron(ctx: StateCtx, index: number, uid: Uid): void {
  S.Incentive.mutate(ctx, index, (values) => withElement(values, uid, 0));
  S.Bonds.remove(ctx, index, uid);
  S.Weights.remove(ctx, index, uid);
  for (const [[, from], row] of S.Weights.entries(ctx, index)) {
    S.Weights.set(ctx, index, from, row.map(([to, weight]) => [to, to === uid ? 0 : weight]));
  }
}
