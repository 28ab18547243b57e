/** Which neuron gives way when a full subnet gets a new one. */

import type { StateCtx } from '@taonet/frame';
import { compareBigints, saturatingSubU64, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getOwnerUid } from './uids.ts';

interface OwnedNeuron {
  readonly uid: Uid;
  readonly hotkey: AccountId;
}

interface Candidate {
  readonly uid: Uid;
  readonly emission: bigint;
  readonly registeredAt: bigint;
}

/**
 * The owner's neurons that are never pruned: its oldest ones up to the limit, the owner hotkey's first.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, get_immune_owner_tuples @ 14bc6f9
 */
function immuneOwnerNeurons(ctx: StateCtx, netuid: NetUid, coldkey: AccountId): OwnedNeuron[] {
  const owned: (OwnedNeuron & { registeredAt: bigint })[] = [];
  for (const hotkey of S.OwnedHotkeys.get(ctx, coldkey)) {
    const uid = S.Uids.get(ctx, netuid, hotkey);
    if (uid !== undefined) owned.push({ uid, hotkey, registeredAt: S.BlockAtRegistration.get(ctx, netuid, uid) });
  }
  owned.sort((a, b) => compareBigints(a.registeredAt, b.registeredAt) || a.uid - b.uid);
  const limit = S.ImmuneOwnerUidsLimit.get(ctx, netuid);
  const immune: OwnedNeuron[] = owned.slice(0, limit);

  const ownerUid = getOwnerUid(ctx, netuid);
  if (ownerUid === undefined || immune.some(({ uid }) => uid === ownerUid)) return immune;
  return [{ uid: ownerUid, hotkey: S.SubnetOwnerHotkey.get(ctx, netuid) }, ...immune].slice(0, limit);
}

/** source: pallets/subtensor/src/subnets/registration.rs, get_immune_owner_uids @ 14bc6f9 */
export function getImmuneOwnerUids(ctx: StateCtx, netuid: NetUid, coldkey: AccountId): Uid[] {
  return immuneOwnerNeurons(ctx, netuid, coldkey).map(({ uid }) => uid);
}

/**
 * Whether the neuron registered less than the immunity period ago.
 *
 * source: pallets/subtensor/src/utils/misc.rs, get_neuron_is_immune @ 14bc6f9
 */
export function getNeuronIsImmune(ctx: StateCtx, netuid: NetUid, uid: Uid): boolean {
  const age = saturatingSubU64(getCurrentBlockAsU64(ctx), S.BlockAtRegistration.get(ctx, netuid, uid));
  return age < BigInt(S.ImmunityPeriod.get(ctx, netuid));
}

/** Lowest emission, then earliest registration, then lowest uid. */
const inPruningOrder = (a: Candidate, b: Candidate): number =>
  compareBigints(a.emission, b.emission) || compareBigints(a.registeredAt, b.registeredAt) || a.uid - b.uid;

/**
 * The uid to prune: the worst non-immune one while more than MinNonImmuneUids of these are left, else the worst immune
 * one. The owner's immune neurons never. Undefined when nobody may go.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, get_neuron_to_prune @ 14bc6f9
 */
export function getNeuronToPrune(ctx: StateCtx, netuid: NetUid): Uid | undefined {
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  if (neuronCount === 0) return undefined;
  const immortal = immuneOwnerNeurons(ctx, netuid, S.SubnetOwner.get(ctx, netuid)).map(({ hotkey }) => hotkey);
  const emissions = S.Emission.get(ctx, netuid);
  const free: Candidate[] = [];
  const immune: Candidate[] = [];
  for (let uid = 0; uid < neuronCount; uid++) {
    const hotkey = S.Keys.tryGet(ctx, netuid, uid);
    if (hotkey === undefined || immortal.includes(hotkey)) continue;
    const candidate = { uid, emission: emissions[uid] ?? 0n, registeredAt: S.BlockAtRegistration.get(ctx, netuid, uid) };
    (getNeuronIsImmune(ctx, netuid, uid) ? immune : free).push(candidate);
  }
  const mayPruneFree = free.length > S.MinNonImmuneUids.get(ctx, netuid);
  const [worstFree] = mayPruneFree ? free.sort(inPruningOrder) : [];
  const [worstImmune] = immune.sort(inPruningOrder);
  return (worstFree ?? worstImmune)?.uid;
}
