/** Why a miner has no incentive: from validators' stake by their weights through consensus to its share. */

import { shown } from '../../names.ts';
import { at, under, type Check } from '../check.ts';
import { admin, advice, byCalls, wait } from '../fix.ts';
import { majority, setWeights } from '../setWeights.ts';
import { SEAT } from './neuronChecks.ts';
import { uidOf, type OnEpoch, type OnNeuron } from './onEpoch.ts';
import { consistent, EMITS, firstEpoch, tempo } from './subnetChecks.ts';
import { entriesOn, VOTERS, weightsOf } from './rowChecks.ts';

export { weightsOf };
type EpochCheck = Check<OnEpoch>;

/** Everybody's, the largest first. */
const byWeight = ({ epoch }: OnEpoch): number[] => epoch.stakeWeights.map((_, uid) => uid).sort((a, b) => Number(epoch.stakeWeights[b]! - epoch.stakeWeights[a]!));
/** With stake that counts. The owner's neuron is one only when it judges: it has its part of the emission as stake, and today a permit whatever it has. */
const isValidator = ({ epoch }: OnEpoch) => (uid: number): boolean => (epoch.stages.stake[uid] ?? 0n) > 0n && (uid !== epoch.input.ownerUid || (epoch.input.weights[uid] ?? []).length > 0);

const validatorRegistered: EpochCheck = {
  cause: 'no-validator', says: 'a neuron has stake enough to be a validator',
  read: ({ subnet }) => [at('Keys', subnet.netuid), at('TotalHotkeyAlpha'), at('StakeThreshold')],
  holds: (facts) => byWeight(facts).some(isValidator(facts)),
  actual: (facts) => facts.epoch.stakeWeights[byWeight(facts).find((uid) => uid !== facts.epoch.input.ownerUid) ?? -1] ?? 0n, required: ({ subnet }) => (subnet.stakeThreshold > 0n ? subnet.stakeThreshold : 1n), unit: 'weight',
  fix: ({ subnet }) => advice(`A validator registers (taonet subnets register --netuid ${subnet.netuid}) and gets stake (taonet stake add), its own or lent by parents.`),
};

const validatorPermitted: EpochCheck = {
  cause: 'no-validator-permit', says: 'a validator with stake has a permit',
  read: ({ subnet }) => [at('ValidatorPermit', subnet.netuid), at('MaxAllowedValidators', subnet.netuid)],
  holds: (facts) => permitted(facts).length > 0,
  actual: (facts) => permitted(facts).length, required: () => 1,
  fix: ({ subnet, epoch }) => (epoch.input.maxAllowedValidators === 0
    ? byCalls('The subnet has no places for validators. Root gives it some:', ['root', admin('sudo_set_max_allowed_validators', { netuid: subnet.netuid, max_allowed_validators: 64 })])
    : wait('Permits are given by epochs.', subnet.clock.nextEpochBlock!, subnet.block)),
};

const validatorActive: EpochCheck = {
  cause: 'validators-inactive', says: 'a validator with permit has set weights lately enough to be active',
  read: ({ epoch }) => [at('LastUpdate', epoch.index), ...epoch.cutoffRead],
  holds: (facts) => facts.epoch.voters.some(isValidator(facts)),
  actual: (facts) => facts.epoch.input.lastUpdate[permitted(facts)[0] ?? -1] ?? 0n, required: ({ epoch }) => epoch.input.block - epoch.input.activityCutoffBlocks, unit: 'block',
  fix: (facts) => setWeights(facts, permitted(facts), 'Older weights do not count. They set them again:'),
};

const permitted = (facts: OnEpoch): number[] => byWeight(facts).filter((uid) => isValidator(facts)(uid) && facts.epoch.stages.oldPermits[uid]);

const populated: EpochCheck = {
  cause: 'nobody-registered', says: 'neurons have registered besides the owner\'s',
  read: ({ subnet }) => [at('SubnetworkN', subnet.netuid)],
  holds: ({ subnet, epoch }) => subnet.neuronCount > (epoch.input.ownerUid === undefined ? 0 : 1),
  actual: ({ subnet }) => subnet.neuronCount, required: () => 2,
  fix: ({ subnet }) => advice(`Validators and miners register: taonet subnets register --netuid ${subnet.netuid}`),
};

export const VALIDATORS: readonly EpochCheck[] = [populated, validatorRegistered, validatorPermitted, validatorActive];

const weighted: Check<OnNeuron> = {
  cause: 'no-weights-on-it', says: 'a validator that votes gives it weight',
  read: ({ epoch }) => epoch.voters.map((uid) => at('Weights', epoch.index, uid)),
  holds: (facts) => entriesOn(facts, 'weightsNotSelf', uidOf(facts)).length > 0,
  actual: (facts) => `${entriesOn(facts, 'weightsNotSelf', uidOf(facts)).length} of ${facts.epoch.voters.length} validators`, required: () => 'one at least',
  fix: (facts) => setWeights(facts, majority(facts), 'Ask validators why: is the axon reachable, do answers come in time? Validators with a majority of the stake set weights on it:', uidOf(facts)),
};

const newer: Check<OnNeuron> = {
  cause: 'weights-before-registration', says: 'weights on it are newer than its registration',
  read: ({ subnet, epoch, neuron }) => [at('LastUpdate', epoch.index), at('BlockAtRegistration', subnet.netuid, neuron.uid)],
  holds: (facts) => entriesOn(facts, 'weightsNotOutdated', uidOf(facts)).length > 0,
  actual: (facts) => latest(facts), required: ({ neuron }) => neuron.registeredAt + 1n, unit: 'block',
  fix: (facts) => setWeights(facts, majority(facts), 'They were meant for whoever had the uid before, and are not counted. Validators set them again:', uidOf(facts)),
};

const latest = (facts: OnNeuron): bigint => entriesOn(facts, 'weightsNotSelf', uidOf(facts)).map((uid) => facts.epoch.input.lastUpdate[uid] ?? 0n).reduce((a, b) => (a > b ? a : b), 0n);

/** Commits that wait mask nothing in May 2025. */
const afterCommit: Check<OnNeuron> = under('June2026', {
  cause: 'commit-before-registration', says: 'no validator that gives it weight has an older commit waiting',
  read: ({ subnet, epoch, neuron }) => [...epoch.commits.read, at('BlockAtRegistration', subnet.netuid, neuron.uid)],
  holds: (facts) => !facts.epoch.commits.isOn || entriesOn(facts, 'weightsNotCommitted', uidOf(facts)).length > 0,
  actual: (facts) => (facts.epoch.commits.isOn ? `${entriesOn(facts, 'weightsNotCommitted', uidOf(facts)).length} validators without one` : 'no commits here'), required: () => 'one at least',
  fix: ({ subnet }) => wait('A commit from before its registration cannot be about it; when it is revealed or has expired, the weights count.', subnet.clock.nextEpochBlock!, subnet.block),
});

const SHARE_ONE = 65_535;

const inConsensus: Check<OnNeuron> = {
  cause: 'below-consensus', says: 'validators with a kappa majority of the active stake give it weight',
  read: ({ subnet, epoch }) => [at('Kappa', subnet.netuid), ...epoch.voters.map((uid) => at('Weights', epoch.index, uid))],
  holds: (facts) => (facts.epoch.stages.consensus[uidOf(facts)] ?? 0n) > 0n,
  actual: (facts) => stakeShare(facts, entriesOn(facts, 'weights', uidOf(facts))), required: ({ epoch }) => epoch.input.kappaU16 / SHARE_ONE, unit: 'share',
  fix: (facts) => setWeights(facts, majority(facts, entriesOn(facts, 'weights', uidOf(facts))), 'What a minority gives is clipped to 0. The others would have to see its work too:', uidOf(facts)),
};

export function stakeShare({ epoch }: OnEpoch, uids: readonly number[]): number {
  return uids.reduce((sum, uid) => sum + Number(epoch.stages.activeStake[uid] ?? 0n), 0) / 2 ** 32;
}

const notRounded: Check<OnNeuron> = {
  cause: 'incentive-below-1-of-65535', says: 'its share of all incentive is at least 1 of 65,535',
  read: ({ epoch }) => [at('Incentive', epoch.index)],
  holds: (facts) => (facts.epoch.output.incentive[uidOf(facts)] ?? 0) > 0,
  actual: (facts) => Number(facts.epoch.stages.incentive[uidOf(facts)] ?? 0n) / 2 ** 32, required: () => 1 / SHARE_ONE, unit: 'share',
  fix: () => advice('Others are given far more weight: its share is lost in rounding.'),
};

const notOwners: Check<OnNeuron> = {
  cause: 'withheld-from-owner', says: 'it does not belong to the subnet\'s owner, whose miners\' emission is withheld',
  read: ({ subnet, neuron }) => [at('SubnetOwner', subnet.netuid), at('SubnetOwnerHotkey', subnet.netuid), at('Owner', neuron.hotkey)],
  holds: ({ subnet, neuron }) => neuron.coldkey !== subnet.owner && neuron.hotkey !== subnet.ownerHotkey,
  actual: ({ neuron }) => shown(neuron.coldkey ?? ''), required: ({ subnet }) => `not ${shown(subnet.owner)}`,
  fix: () => advice('It is burned or recycled by rule. Mine with a coldkey that does not own the subnet.'),
};
const notWithheld: readonly Check<OnNeuron>[] = [
  under('June2026', notOwners),
  under('May2025', notOwners, {
    says: 'it is not the subnet\'s own hotkey, whose emission as a miner nobody gets',
    read: ({ subnet }) => [at('SubnetOwnerHotkey', subnet.netuid)],
    holds: ({ subnet, neuron }) => neuron.hotkey !== subnet.ownerHotkey,
    actual: ({ neuron }) => shown(neuron.hotkey), required: ({ subnet }) => `not ${shown(subnet.ownerHotkey)}`,
    fix: () => advice('It is lost by rule. Mine with another hotkey; it may belong to the same coldkey.'),
  }),
];

const stored: Check<OnNeuron> = {
  cause: 'incentive-at-next-epoch', says: 'an epoch has given it incentive',
  read: ({ epoch }) => [at('Incentive', epoch.index)],
  holds: (facts) => (facts.epoch.stored.incentive[uidOf(facts)] ?? 0) > 0,
  actual: (facts) => (facts.epoch.stored.incentive[uidOf(facts)] ?? 0) / SHARE_ONE, required: () => 1 / SHARE_ONE, unit: 'share',
  fix: ({ subnet }) => wait('All is well since then; the next epoch pays.', subnet.clock.nextEpochBlock!, subnet.block),
};

export const someIncentive: EpochCheck = {
  cause: 'no-incentive-for-anybody', says: 'weights agree on somebody: some miner gets incentive',
  read: ({ epoch }) => epoch.voters.map((uid) => at('Weights', epoch.index, uid)),
  holds: ({ epoch }) => epoch.output.incentive.some((share) => share > 0),
  actual: ({ epoch }) => epoch.output.incentive.filter((share) => share > 0).length, required: () => 1,
  fix: (facts) => setWeights(facts, majority(facts), 'Weights point to nobody that is there: they are older than registrations, or no miner has a majority. Validators set them again:'),
};

/** Behind the checks that it has a seat. */
export const INCENTIVE_OF: readonly Check<OnNeuron>[] = [
  ...tempo, consistent, ...firstEpoch, ...VALIDATORS, ...weightsOf(VOTERS), weighted, newer, afterCommit, inConsensus, notRounded, ...notWithheld, stored,
];
export const INCENTIVE: readonly Check<OnNeuron>[] = [...EMITS, ...SEAT, ...INCENTIVE_OF];
