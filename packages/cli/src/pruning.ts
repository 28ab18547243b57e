/** Who gives way when a full subnet gets a new neuron, by the chain's rule: reads only. */

import type { Metagraph, Reads } from '@taonet/sdk';

export interface SlotRisk {
  /** Uids in the order in which they would go; the owner's immune ones are not among them. */
  readonly order: readonly number[];
  readonly immune: readonly number[];
  readonly maxNeurons: number;
}

/** source: pallets/subtensor/src/subnets/registration.rs, get_neuron_to_prune @ 14bc6f9 */
export async function slotRisk(reads: Reads, graph: Metagraph): Promise<SlotRisk> {
  const { netuid } = graph;
  const { SubtensorModule: S } = reads.query;
  const [ownerHotkey, immunity, minFree, ownerLimit, ownedHotkeys, maxNeurons] = await Promise.all([
    // Asked for as it is stored: the item's default is an account too, and stands for none.
    reads.view.requestAt<string | null>('state_getStorage', [S.SubnetOwnerHotkey.key(netuid)]),
    S.ImmunityPeriod(netuid), S.MinNonImmuneUids(netuid), S.ImmuneOwnerUidsLimit(netuid), S.OwnedHotkeys(graph.owner), S.MaxAllowedUids(netuid),
  ]);
  const byAge = (a: { registeredAt: number; uid: number }, b: { registeredAt: number; uid: number }): number => a.registeredAt - b.registeredAt || a.uid - b.uid;
  const owned = graph.neurons.filter(({ hotkey }) => (ownedHotkeys as readonly string[]).includes(hotkey)).sort(byAge);
  const first = ownerHotkey === null ? [] : graph.neurons.filter(({ hotkey }) => hotkey === graph.ownerHotkey);
  const kept = owned.slice(0, ownerLimit);
  const immortal = new Set((first[0] === undefined || kept.includes(first[0]) ? kept : [first[0], ...kept].slice(0, ownerLimit)).map(({ uid }) => uid));
  const isImmune = ({ registeredAt }: { registeredAt: number }): boolean => graph.block - registeredAt < immunity;
  const candidates = graph.neurons.filter(({ uid }) => !immortal.has(uid));
  const worst = (a: (typeof candidates)[number], b: (typeof candidates)[number]): number => (a.emission.rao < b.emission.rao ? -1 : a.emission.rao > b.emission.rao ? 1 : byAge(a, b));
  const free = candidates.filter((one) => !isImmune(one)).sort(worst);
  const immune = candidates.filter(isImmune).sort(worst);
  // While no more than so many are out of immunity, immune ones go first.
  const order = free.length > minFree ? [...free.slice(0, free.length - minFree), ...immune, ...free.slice(free.length - minFree)] : [...immune, ...free];
  return { order: order.map(({ uid }) => uid), immune: graph.neurons.filter(isImmune).map(({ uid }) => uid), maxNeurons };
}
