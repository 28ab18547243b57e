/** Why a validator has no weights, or may not set them. In the order in which the chain checks. source: pallets/subtensor/src/subnets/weights.rs, internal_set_weights @ 14bc6f9 */

import { at, under, type Check } from '../check.ts';
import { admin, byCalls, wait } from '../fix.ts';
import { setWeights } from '../setWeights.ts';
import { SEAT } from './neuronChecks.ts';
import { uidOf, type OnNeuron } from './onEpoch.ts';
import { PERMIT_OF, threshold } from './permitChecks.ts';
import { weightsOf, type Scope } from './rowChecks.ts';
import { exists, notRoot } from './subnetChecks.ts';

export interface OnWeights extends OnNeuron {
  /** Of the validator's code, when it is known. */
  readonly versionKey: bigint | undefined;
  /** Blocks between two updates. */
  readonly rateLimit: bigint;
  /** Whether the validator hands weights in openly. */
  readonly isPlain: boolean;
  /** Of 65535: the largest part that one miner may be given. */
  readonly maxWeight: number;
}
type WeightsCheck = Check<OnWeights>;

const versionKey: WeightsCheck = {
  cause: 'version-key-too-old', says: 'the validator\'s version key is at least the subnet\'s',
  read: ({ subnet }) => [at('WeightsVersionKey', subnet.netuid)],
  holds: (facts) => facts.versionKey === undefined || facts.epoch.versionKey === 0n || facts.versionKey >= facts.epoch.versionKey,
  actual: (facts) => facts.versionKey ?? 'not told (--version-key)', required: ({ epoch }) => epoch.versionKey,
  fix: (facts) => setWeights(facts, uidOf(facts), 'Update the validator\'s code; what it sends is as below, with the subnet\'s key:'),
};

const rateLimit: WeightsCheck = {
  cause: 'rate-limit', says: 'enough blocks have passed since its last update or its registration',
  read: ({ subnet, epoch }) => [at('LastUpdate', epoch.index), at('WeightsSetRateLimit', subnet.netuid)],
  holds: (facts) => lastUpdate(facts) === 0n || BigInt(facts.subnet.block + 1) - lastUpdate(facts) >= facts.rateLimit,
  actual: (facts) => BigInt(facts.subnet.block + 1) - lastUpdate(facts), required: ({ rateLimit: limit }) => limit, unit: 'blocks',
  fix: (facts) => wait('It may set weights again then.', Number(lastUpdate(facts) + facts.rateLimit) - 1, facts.subnet.block),
};

const SHARE_ONE = 65_535;

/** Whom it could give weight to: everybody but itself. */
const others = ({ epoch }: OnWeights): number => Math.max(1, epoch.input.neuronCount - 1);

/** Always the whole today. */
const spread: WeightsCheck = under('May2025', {
  cause: 'max-weight-limit', says: 'there are miners enough that none of them needs more than the largest weight allowed',
  read: ({ subnet }) => [at('MaxWeightsLimit', subnet.netuid), at('SubnetworkN', subnet.netuid)],
  holds: (facts) => facts.maxWeight === SHARE_ONE || facts.maxWeight * others(facts) >= SHARE_ONE,
  actual: ({ maxWeight }) => maxWeight / SHARE_ONE, required: (facts) => 1 / others(facts), unit: 'share',
  fix: ({ subnet }) => byCalls('Whatever it sets is refused with MaxWeightExceeded. Root, or the owner, allows more:', ['root', admin('sudo_set_max_weight_limit', { netuid: subnet.netuid, max_weight_limit: SHARE_ONE })]),
});

const lastUpdate = (facts: OnWeights): bigint => facts.epoch.input.lastUpdate[uidOf(facts)] ?? 0n;

const plainTaken: WeightsCheck = {
  cause: 'commit-reveal-on', says: 'the subnet takes weights the way they are handed in',
  read: ({ subnet }) => [at('CommitRevealWeightsEnabled', subnet.netuid)],
  holds: (facts) => !facts.isPlain || !facts.epoch.commits.isOn,
  actual: ({ epoch }) => (epoch.commits.isOn ? 'by commit and reveal' : 'openly'), required: ({ isPlain }) => (isPlain ? 'openly' : 'either way'),
  fix: (facts) => setWeights(facts, uidOf(facts), 'set_weights is refused here; commit instead, which this does:'),
};

const ITSELF: Scope<OnWeights> = { uids: (facts) => [uidOf(facts)], who: 'it', fixers: (facts) => [uidOf(facts)] };

const counted: WeightsCheck = {
  cause: 'inactive', says: 'its weights are young enough to count at the next epoch',
  read: ({ epoch }) => [at('LastUpdate', epoch.index), ...epoch.cutoffRead],
  holds: (facts) => facts.epoch.stages.active[uidOf(facts)] === true,
  actual: (facts) => lastUpdate(facts), required: ({ epoch }) => epoch.input.block - epoch.input.activityCutoffBlocks, unit: 'block',
  fix: (facts) => setWeights(facts, uidOf(facts), 'Set them again:'),
};

const newer: WeightsCheck = {
  cause: 'weights-before-registration', says: 'they are newer than the registration of a miner they are for',
  read: ({ subnet, epoch }) => [at('LastUpdate', epoch.index), at('BlockAtRegistration', subnet.netuid)],
  holds: (facts) => facts.epoch.input.weights[uidOf(facts)]!.some(([to]) => lastUpdate(facts) > (facts.epoch.input.blockAtRegistration[to] ?? 0n)),
  actual: lastUpdate, required: () => 'later than the registrations', unit: 'block',
  fix: (facts) => setWeights(facts, uidOf(facts), 'Whoever registers in the same block or later is not meant by them. Set them again:'),
};

export const WEIGHTS: readonly WeightsCheck[] = [exists, notRoot, ...SEAT, threshold, ...PERMIT_OF, versionKey, plainTaken, spread, ...weightsBefore(), rateLimit, ...weightsAfter(), counted, newer];

/** Commits that wait explain more than the limit on the next one. */
function weightsBefore(): readonly WeightsCheck[] {
  return weightsOf(ITSELF).slice(0, 3);
}

function weightsAfter(): readonly WeightsCheck[] {
  return weightsOf(ITSELF).slice(3);
}
