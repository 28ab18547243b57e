/** A subnet is made smaller: the neurons that earn least go, the others move up to fill the gaps. */

import type { StateCtx } from '@taonet/frame';
import { compareBigints, ensure, Percent, type NetUid, type Uid } from '@taonet/primitives';
import { C, E, S } from '../pallet.ts';
import { mechanismIndices } from './mechanismIndex.ts';
import { getImmuneOwnerUids, getNeuronIsImmune } from './neuronPruning.ts';
import { ifSubnetExist } from './subnetwork.ts';

/**
 * Sets the largest number of neurons and removes those above it, lowest emission first; immune ones and the owner's stay.
 *
 * refuses SubnetNotExists, InvalidValue, TrimmingWouldExceedMaxImmunePercentage
 * source: pallets/subtensor/src/subnets/uids.rs, trim_to_max_allowed_uids @ 14bc6f9
 */
export function trimToMaxAllowedUids(ctx: StateCtx, netuid: NetUid, maxCount: number): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  const min = S.MinAllowedUids.get(ctx, netuid);
  const max = S.MaxAllowedUids.get(ctx, netuid);
  ensure(maxCount >= min && maxCount <= max, E.InvalidValue, { netuid, actual: maxCount, required: maxCount < min ? min : max });
  S.MaxAllowedUids.set(ctx, netuid, maxCount);
  const count = S.SubnetworkN.get(ctx, netuid);
  if (count <= maxCount) return;

  const protectedUids = findProtected(ctx, netuid, count);
  const share = Percent.fromRational(BigInt(protectedUids.size), BigInt(maxCount));
  const limit = C.MaxImmuneUidsPercentage(ctx);
  ensure(share < limit, E.TrimmingWouldExceedMaxImmunePercentage, { netuid, immune: protectedUids.size, actual: share, required: limit - 1 });

  const removed = chooseRemoved(ctx, netuid, { count, maxCount, protectedUids });
  for (const uid of removed) forgetNeuron(ctx, netuid, uid);
  const kept = S.Emission.get(ctx, netuid).map((_, uid) => uid).filter((uid) => !removed.includes(uid));
  keepPlaces(ctx, netuid, kept);
  moveUp(ctx, netuid, kept);
  S.Uids.clearPrefix(ctx, netuid);
  kept.forEach((_, uid) => S.Uids.set(ctx, netuid, S.Keys.get(ctx, netuid, uid), uid));
  S.SubnetworkN.set(ctx, netuid, maxCount);
}

function findProtected(ctx: StateCtx, netuid: NetUid, count: number): ReadonlySet<Uid> {
  const owned = getImmuneOwnerUids(ctx, netuid, S.SubnetOwner.get(ctx, netuid));
  const all = Array.from({ length: count }, (_, uid) => uid);
  return new Set(all.filter((uid) => owned.includes(uid) || getNeuronIsImmune(ctx, netuid, uid)));
}

/** From the end of the list by emission, highest first (among equals the higher uid goes first), until enough are chosen. */
function chooseRemoved(
  ctx: StateCtx,
  netuid: NetUid,
  { count, maxCount, protectedUids }: { count: number; maxCount: number; protectedUids: ReadonlySet<Uid> },
): Uid[] {
  const byEmission = S.Emission.get(ctx, netuid).map((emission, uid) => ({ emission, uid }));
  byEmission.sort((a, b) => compareBigints(b.emission, a.emission));
  const candidates = byEmission.slice(0, count).reverse().map(({ uid }) => uid).filter((uid) => !protectedUids.has(uid));
  return candidates.slice(0, count - maxCount);
}

function forgetNeuron(ctx: StateCtx, netuid: NetUid, uid: Uid): void {
  const hotkey = S.Keys.tryGet(ctx, netuid, uid);
  if (hotkey !== undefined) {
    S.Uids.remove(ctx, netuid, hotkey);
    S.IsNetworkMember.remove(ctx, hotkey, netuid);
    S.LastHotkeyEmissionOnNetuid.remove(ctx, hotkey, netuid);
    S.AlphaDividendsPerSubnet.remove(ctx, netuid, hotkey);
    S.Axons.remove(ctx, netuid, hotkey);
    S.NeuronCertificates.remove(ctx, netuid, hotkey);
    S.Prometheus.remove(ctx, netuid, hotkey);
  }
  S.Keys.remove(ctx, netuid, uid);
  S.BlockAtRegistration.remove(ctx, netuid, uid);
  S.AssociatedEvmAddress.remove(ctx, netuid, uid);
  for (const index of mechanismIndices(ctx, netuid)) {
    S.Weights.remove(ctx, index, uid);
    S.Bonds.remove(ctx, index, uid);
  }
}

/** The values of the kept uids, in order; what a list does not have becomes its default. */
function keepPlaces(ctx: StateCtx, netuid: NetUid, kept: readonly Uid[]): void {
  const picked = <T>(values: readonly T[], missing: T): T[] => kept.map((uid) => values[uid] ?? missing);
  S.Emission.mutate(ctx, netuid, (values) => picked(values, 0n));
  S.Active.mutate(ctx, netuid, (values) => picked(values, false));
  S.Consensus.mutate(ctx, netuid, (values) => picked(values, 0));
  S.Dividends.mutate(ctx, netuid, (values) => picked(values, 0));
  S.ValidatorTrust.mutate(ctx, netuid, (values) => picked(values, 0));
  S.ValidatorPermit.mutate(ctx, netuid, (values) => picked(values, false));
  S.StakeWeight.mutate(ctx, netuid, (values) => picked(values, 0));
  for (const index of mechanismIndices(ctx, netuid)) {
    S.Incentive.mutate(ctx, index, (values) => picked(values, 0));
    S.LastUpdate.mutate(ctx, index, (values) => picked(values, 0n));
  }
}

/** Per-uid entries move to the new uids; weights and bonds name the new uids and lose the removed ones. Each kept uid has a row afterwards. */
function moveUp(ctx: StateCtx, netuid: NetUid, kept: readonly Uid[]): void {
  const newUid = new Map(kept.map((uid, place) => [uid, place]));
  const renamed = (row: readonly (readonly [Uid, number])[]): [Uid, number][] =>
    row.flatMap(([to, value]) => (newUid.has(to) ? [[newUid.get(to)!, value] as [Uid, number]] : []));
  kept.forEach((oldUid, uid) => {
    for (const item of [S.Keys, S.AssociatedEvmAddress, S.BlockAtRegistration]) swapEntries(ctx, item.key(ctx, netuid, oldUid), item.key(ctx, netuid, uid));
    for (const index of mechanismIndices(ctx, netuid)) {
      for (const item of [S.Weights, S.Bonds]) {
        swapEntries(ctx, item.key(ctx, index, oldUid), item.key(ctx, index, uid));
        item.mutate(ctx, index, uid, renamed);
      }
    }
  });
}

function swapEntries(ctx: StateCtx, keyA: string, keyB: string): void {
  const [a, b] = [ctx.state.get(keyA), ctx.state.get(keyB)];
  put(ctx, keyA, b);
  put(ctx, keyB, a);
}

function put(ctx: StateCtx, key: string, value: Uint8Array | undefined): void {
  if (value === undefined) ctx.state.delete(key);
  else ctx.state.set(key, value);
}
