/** Who gives way when a full subnet gets a new neuron. source: pallets/subtensor/src/subnets/registration.rs, get_neuron_to_prune @ 14bc6f9 and @ 1b0c63a */

import type { Reads } from '@taonet/sdk';
import { amountText } from '../../amounts.ts';
import { readRuleSet, type ByRules } from '../ruleSets.ts';

export interface PruningFacts {
  readonly block: number;
  readonly neuronCount: number;
  readonly maxUids: number;
  /** The owner's neurons that never go. */
  readonly immortal: readonly number[];
  readonly immunityPeriod: number;
  /** While no more than these are out of immunity, an immune one goes. */
  readonly minNonImmune: number;
  /** What is compared, and how it reads. */
  readonly worthItem: string;
  readonly worthText: (worth: bigint) => string;
  /** All others, the first to go first among their kind. */
  readonly free: readonly Candidate[];
  readonly immune: readonly Candidate[];
  /** Who goes next; undefined when nobody may. */
  readonly next: Candidate | undefined;
}

export interface Candidate {
  readonly uid: number;
  readonly hotkey: string;
  /** Whose is lowest goes: alpha of the last epoch, or in May 2025 its share of it, the best one's 65,535. */
  readonly worth: bigint;
  readonly registeredAt: bigint;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

interface PruningRule {
  readonly worthItem: string;
  readonly worthText: (worth: bigint) => string;
  /** By uid; `unranked` for whoever has none. */
  readonly worths: (reads: Reads, netuid: number) => Promise<readonly bigint[]>;
  readonly unranked: bigint;
  readonly minNonImmune: (reads: Reads, netuid: number) => Promise<number>;
  /** Uids of the owner's neurons that never go. */
  readonly immortal: (reads: Reads, netuid: number, all: readonly Candidate[]) => Promise<number[]>;
}

const ALPHA_DIGITS = 9;

const PRUNING_RULES: ByRules<PruningRule> = {
  June2026: {
    worthItem: 'Emission',
    worthText: (worth) => `${amountText(worth, ALPHA_DIGITS)} alpha`,
    worths: ({ query: { SubtensorModule: S } }, netuid) => S.Emission(netuid),
    unranked: 0n,
    minNonImmune: ({ query: { SubtensorModule: S } }, netuid) => S.MinNonImmuneUids(netuid),
    async immortal({ query: { SubtensorModule: S } }, netuid, all) {
      const [limit, ownerHotkey, owned] = await Promise.all([S.ImmuneOwnerUidsLimit(netuid), S.SubnetOwnerHotkey(netuid), S.SubnetOwner(netuid).then((owner) => S.OwnedHotkeys(owner))]);
      return immortalOf(all, owned, ownerHotkey, limit);
    },
  },
  May2025: {
    worthItem: 'PruningScores',
    worthText: (worth) => `a score of ${String(worth)}`,
    worths: async ({ query: { SubtensorModule: S } }, netuid) => (await S.PruningScores(netuid)).map(BigInt),
    unranked: 65_535n,
    minNonImmune: () => Promise.resolve(0),
    async immortal({ query: { SubtensorModule: S } }, netuid, all) {
      const ownerHotkey = await S.SubnetOwnerHotkey(netuid);
      return all.filter(({ hotkey }) => hotkey === ownerHotkey).map(({ uid }) => uid);
    },
  },
};

export async function readPruningFacts(reads: Reads, netuid: number): Promise<PruningFacts> {
  const S = reads.query.SubtensorModule;
  const rule = PRUNING_RULES[await readRuleSet(reads)];
  const [{ number: block }, neuronCount, maxUids, immunityPeriod, minNonImmune, keys, registered, worths] = await Promise.all([
    reads.block(), S.SubnetworkN(netuid), S.MaxAllowedUids(netuid), S.ImmunityPeriod(netuid), rule.minNonImmune(reads, netuid),
    S.Keys.entries(netuid), S.BlockAtRegistration.entries(netuid), rule.worths(reads, netuid),
  ]);
  const registeredAt = new Map(registered.map(([[, uid], at]) => [uid, at]));
  const all = keys.map(([[, uid], hotkey]): Candidate => ({ uid, hotkey, worth: worths[uid] ?? rule.unranked, registeredAt: registeredAt.get(uid) ?? 0n })).filter(({ uid }) => uid < neuronCount);
  const immortal = await rule.immortal(reads, netuid, all);
  // Registrations come in the next block at the earliest.
  const isImmune = ({ registeredAt: at }: Candidate): boolean => BigInt(block + 1) - at < BigInt(immunityPeriod);
  const mortal = all.filter(({ uid }) => !immortal.includes(uid)).sort((a, b) => compare(a.worth, b.worth) || compare(a.registeredAt, b.registeredAt) || a.uid - b.uid);
  const free = mortal.filter((one) => !isImmune(one));
  const immune = mortal.filter(isImmune);
  return { block, neuronCount, maxUids, immunityPeriod, minNonImmune, worthItem: rule.worthItem, worthText: rule.worthText, immortal, free, immune, next: free.length > minNonImmune ? free[0] : immune[0] };
}

function immortalOf(all: readonly Candidate[], owned: readonly string[], ownerHotkey: string, limit: number): number[] {
  const ofOwner = all.filter(({ hotkey }) => owned.includes(hotkey)).sort((a, b) => compare(a.registeredAt, b.registeredAt) || a.uid - b.uid).slice(0, limit).map(({ uid }) => uid);
  const chief = all.find(({ hotkey }) => hotkey === ownerHotkey)?.uid;
  return chief === undefined || ofOwner.includes(chief) ? ofOwner : [chief, ...ofOwner].slice(0, limit);
}
