/** Why a neuron was pruned, or would be next. */

import { at, under, type Check } from '../check.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import type { PruningFacts } from '../facts/pruningFacts.ts';
import { admin, byCalls, advice } from '../fix.ts';
import { SEAT } from './neuronChecks.ts';
import { exists, type OnSubnet } from './subnetChecks.ts';

export interface OnPruning extends OnSubnet {
  readonly neuron: NeuronFacts;
  readonly pruning: PruningFacts;
}
type PruningCheck = Check<OnPruning>;

const isNext = ({ neuron, pruning }: OnPruning): boolean => pruning.next?.uid === neuron.uid;
const isImmune = ({ neuron, pruning }: OnPruning): boolean => pruning.immune.some(({ uid }) => uid === neuron.uid);

const immunityHolds: PruningCheck = {
  cause: 'immunity-does-not-protect', says: 'while it is immune there are enough others that are not',
  read: ({ subnet, neuron }) => [at('BlockAtRegistration', subnet.netuid, neuron.uid), at('ImmunityPeriod', subnet.netuid), at('MinNonImmuneUids', subnet.netuid)],
  holds: (facts) => !isNext(facts) || !isImmune(facts),
  actual: ({ pruning }) => `${pruning.free.length} others that may go`, required: ({ pruning }) => `more than ${pruning.minNonImmune}`,
  fix: ({ subnet, pruning }) => byCalls('Then the worst immune one goes first. Root can keep fewer back:', ['root', admin('sudo_set_min_non_immune_uids', { netuid: subnet.netuid, min: Math.max(0, pruning.free.length - 1) })]),
};
/** In May 2025 one that was not immune was enough. */
const protectedByImmunity: readonly PruningCheck[] = [
  under('June2026', immunityHolds),
  under('May2025', immunityHolds, {
    says: 'while it is immune there is another that is not',
    read: ({ subnet, neuron }) => [at('BlockAtRegistration', subnet.netuid, neuron.uid), at('ImmunityPeriod', subnet.netuid)],
    fix: ({ subnet, pruning }) => byCalls('Then the worst immune one goes first. Root, or the owner, can give new seats:', ['root', admin('sudo_set_max_allowed_uids', { netuid: subnet.netuid, max_allowed_uids: pruning.maxUids + 1 })]),
  }),
];

const earnsMore: PruningCheck = {
  cause: 'next-to-go', says: 'somebody else would go first',
  read: ({ subnet, neuron, pruning }) => [at(pruning.worthItem, subnet.netuid), at('BlockAtRegistration', subnet.netuid, neuron.uid), at('ImmunityPeriod', subnet.netuid)],
  holds: (facts) => !isNext(facts),
  actual: ({ neuron, pruning }) => { const own = [...pruning.free, ...pruning.immune].find(({ uid }) => uid === neuron.uid); return own === undefined ? 'never goes: the owner\'s' : pruning.worthText(own.worth); },
  required: ({ pruning }) => { const second = pruning.free.length > pruning.minNonImmune ? pruning.free[1] : pruning.immune[1]; return second === undefined ? 'another neuron that may go' : `more than ${pruning.worthText(second.worth)}`; },
  fix: ({ subnet, neuron, pruning }) => advice(`${pruning.neuronCount < pruning.maxUids ? `Nobody goes while seats are free (${pruning.neuronCount} of ${pruning.maxUids}); then` : 'At the next registration'} it is this one. Earn more: taonet why no-incentive ${subnet.netuid} ${neuron.uid ?? ''}`),
};

export const PRUNED: readonly PruningCheck[] = [exists, ...SEAT, ...protectedByImmunity, earnsMore];
