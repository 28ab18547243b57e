/** Who gives way when a full subnet gets a new neuron. source: pallets/subtensor/src/subnets/registration.rs, get_neuron_to_prune @ 14bc6f9 */

import type { Reads } from '@taonet/sdk';

export interface PruningFacts {
  readonly block: number;
  readonly neuronCount: number;
  readonly maxUids: number;
  /** The owner's neurons that never go. */
  readonly immortal: readonly number[];
  readonly immunityPeriod: number;
  readonly minNonImmune: number;
  /** All others, the first to go first among their kind. */
  readonly free: readonly Candidate[];
  readonly immune: readonly Candidate[];
  /** Who goes next; undefined when nobody may. */
  readonly next: Candidate | undefined;
}

export interface Candidate {
  readonly uid: number;
  readonly hotkey: string;
  readonly emission: bigint;
  readonly registeredAt: bigint;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

export async function readPruningFacts(reads: Reads, netuid: number): Promise<PruningFacts> {
  const S = reads.query.SubtensorModule;
  const [{ number: block }, neuronCount, maxUids, immunityPeriod, minNonImmune, owner, ownerHotkey, limit, keys, registered, emission] = await Promise.all([
    reads.block(), S.SubnetworkN(netuid), S.MaxAllowedUids(netuid), S.ImmunityPeriod(netuid), S.MinNonImmuneUids(netuid), S.SubnetOwner(netuid), S.SubnetOwnerHotkey(netuid), S.ImmuneOwnerUidsLimit(netuid),
    S.Keys.entries(netuid), S.BlockAtRegistration.entries(netuid), S.Emission(netuid),
  ]);
  const registeredAt = new Map(registered.map(([[, uid], at]) => [uid, at]));
  const all = keys.map(([[, uid], hotkey]): Candidate => ({ uid, hotkey, emission: emission[uid] ?? 0n, registeredAt: registeredAt.get(uid) ?? 0n })).filter(({ uid }) => uid < neuronCount);
  const owned = await S.OwnedHotkeys(owner);
  const immortal = immortalOf(all, owned, ownerHotkey, limit);
  // Registrations come in the next block at the earliest.
  const isImmune = ({ registeredAt: at }: Candidate): boolean => BigInt(block + 1) - at < BigInt(immunityPeriod);
  const mortal = all.filter(({ uid }) => !immortal.includes(uid)).sort((a, b) => compare(a.emission, b.emission) || compare(a.registeredAt, b.registeredAt) || a.uid - b.uid);
  const free = mortal.filter((one) => !isImmune(one));
  const immune = mortal.filter(isImmune);
  return { block, neuronCount, maxUids, immunityPeriod, minNonImmune, immortal, free, immune, next: free.length > minNonImmune ? free[0] : immune[0] };
}

function immortalOf(all: readonly Candidate[], owned: readonly string[], ownerHotkey: string, limit: number): number[] {
  const ofOwner = all.filter(({ hotkey }) => owned.includes(hotkey)).sort((a, b) => compare(a.registeredAt, b.registeredAt) || a.uid - b.uid).slice(0, limit).map(({ uid }) => uid);
  const chief = all.find(({ hotkey }) => hotkey === ownerHotkey)?.uid;
  return chief === undefined || ofOwner.includes(chief) ? ofOwner : [chief, ...ofOwner].slice(0, limit);
}
