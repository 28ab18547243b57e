/** A hotkey's place on a subnet passes to another. source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap (10) @ 1b0c63a */

import type { Ctx } from '@taonet/frame';
import type { HotkeyPlaces } from '../../../pallets/subtensor/children/swapHotkey.ts';
import type { StorageTally } from '../../../pallets/subtensor/storageTally.ts';
import { S } from '../pallet.ts';

/** Membership, and for members uid, endpoints, commits of weights by hash, emission to be paid, certificate. Commits by time lock stay with the old hotkey. */
export function moveNeuron(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyPlaces, tally: StorageTally): void {
  const isMember = S.IsNetworkMember.take(ctx, oldHotkey, netuid);
  S.IsNetworkMember.set(ctx, newHotkey, netuid, isMember);
  tally.add(1, 2);
  if (!isMember) return;
  const uid = S.Uids.take(ctx, netuid, oldHotkey);
  if (uid !== undefined) {
    S.Uids.set(ctx, netuid, newHotkey, uid);
    S.Keys.set(ctx, netuid, uid, newHotkey);
    tally.add(1, 3);
  }
  const prometheus = S.Prometheus.take(ctx, netuid, oldHotkey);
  if (prometheus !== undefined) S.Prometheus.set(ctx, netuid, newHotkey, prometheus);
  const axon = S.Axons.take(ctx, netuid, oldHotkey);
  if (axon !== undefined) S.Axons.set(ctx, netuid, newHotkey, axon);
  const commits = S.WeightCommits.take(ctx, netuid, oldHotkey);
  if (commits !== undefined) S.WeightCommits.set(ctx, netuid, newHotkey, commits);
  const loaded = S.LoadedEmission.get(ctx, netuid);
  if (loaded !== undefined) {
    S.LoadedEmission.set(ctx, netuid, loaded.map(([hotkey, server, validator]) => [hotkey === oldHotkey ? newHotkey : hotkey, server, validator]));
  }
  const certificate = S.NeuronCertificates.take(ctx, netuid, oldHotkey);
  if (certificate !== undefined) S.NeuronCertificates.set(ctx, netuid, newHotkey, certificate);
  tally.add(1, 2, [prometheus, axon, commits, loaded, certificate].filter((value) => value !== undefined).length);
}
