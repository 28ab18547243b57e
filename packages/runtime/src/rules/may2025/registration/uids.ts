/** What changed when a uid was added or handed on in May 2025. Who has which uid is read as today. */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU16, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { linkNeuron, withElement } from '../../../pallets/subtensor/subnets/uids.ts';
import { S } from '../pallet.ts';

/**
 * Adds a neuron at the end of the subnet, entry by entry: active, no emission, no permit, last update now.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, append_neuron @ 1b0c63a
 */
export function appendNeuron(ctx: StateCtx, netuid: NetUid, hotkey: AccountId, block: bigint): void {
  const uid = S.SubnetworkN.get(ctx, netuid);
  S.SubnetworkN.set(ctx, netuid, saturatingAddU16(uid, 1));
  for (const column of [S.Rank, S.Trust, S.Consensus, S.Incentive, S.Dividends, S.PruningScores, S.ValidatorTrust]) {
    column.mutate(ctx, netuid, (values) => [...values, 0]);
  }
  S.Active.mutate(ctx, netuid, (values) => [...values, true]);
  S.Emission.mutate(ctx, netuid, (values) => [...values, 0n]);
  S.LastUpdate.mutate(ctx, netuid, (values) => [...values, block]);
  S.ValidatorPermit.mutate(ctx, netuid, (values) => [...values, false]);
  linkNeuron(ctx, netuid, uid, hotkey, block);
}

/**
 * Gives a uid to another hotkey. The subnet owner's own uid is left alone, silently. Weights, rank, permit, last update and the
 * association with an EVM key stay.
 *
 * source: pallets/subtensor/src/subnets/uids.rs, replace_neuron @ 1b0c63a
 */
export function replaceNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid, newHotkey: AccountId, block: bigint): void {
  const oldHotkey = S.Keys.get(ctx, netuid, uid);
  if (S.SubnetOwnerHotkey.tryGet(ctx, netuid) === oldHotkey) return;
  S.Uids.remove(ctx, netuid, oldHotkey);
  S.IsNetworkMember.remove(ctx, oldHotkey, netuid);
  const active = S.Active.get(ctx, netuid);
  if (uid < active.length) S.Active.set(ctx, netuid, withElement(active, uid, true));
  linkNeuron(ctx, netuid, uid, newHotkey, block);
  S.NeuronCertificates.remove(ctx, netuid, oldHotkey);
  clearNeuron(ctx, netuid, uid);
  S.Axons.remove(ctx, netuid, oldHotkey);
}

/** source: pallets/subtensor/src/subnets/uids.rs, clear_neuron @ 1b0c63a */
function clearNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid): void {
  S.Emission.mutate(ctx, netuid, (values) => withElement(values, uid, 0n));
  for (const column of [S.Trust, S.Consensus, S.Incentive, S.Dividends]) column.mutate(ctx, netuid, (values) => withElement(values, uid, 0));
  S.Bonds.remove(ctx, netuid, uid);
}
