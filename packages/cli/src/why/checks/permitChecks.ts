/** Why a neuron has no validator permit. */

import { at, type Check, type Source } from '../check.ts';
import { shown } from '../../names.ts';
import { admin, byCalls, subtensor, wait, type Fix } from '../fix.ts';
import { ROOT } from '../facts/subnetFacts.ts';
import { uidOf, type OnNeuron } from './onEpoch.ts';
import { SEAT } from './neuronChecks.ts';
import { EPOCHS, exists, notRoot } from './subnetChecks.ts';

type PermitCheck = Check<OnNeuron>;

const isExempt = ({ subnet, neuron }: OnNeuron): boolean => subnet.ownerIsExempt && subnet.ownerHotkey === neuron.hotkey;
const stakeReads = ({ subnet, neuron }: OnNeuron): Source[] => [at('TotalHotkeyAlpha', neuron.hotkey, subnet.netuid), at('TotalHotkeyAlpha', neuron.hotkey, ROOT), at('TaoWeight')];
export const weightOf = (facts: OnNeuron): bigint => facts.epoch.stakeWeights[uidOf(facts)] ?? 0n;
const stakeOf = (facts: OnNeuron) => facts.epoch.stakes[uidOf(facts)];

/** On root, where TAO stays TAO; `missing` rao of stake weight are wanted. */
export function stakeMore({ subnet, neuron }: OnNeuron, text: string, missing: bigint): Fix {
  const { taoWeight } = subnet.emission;
  const whole = (1n << 64n) - 1n;
  const tao = taoWeight === 0n ? missing : (missing * whole) / taoWeight + 1n;
  const rounded = ((tao + 999_999_999n) / 1_000_000_000n) * 1_000_000_000n;
  const amount = rounded < MIN_STAKE ? MIN_STAKE : rounded;
  return byCalls(`${text} Stake more on it; on root:`, [{ coldkey: neuron.coldkey ?? subnet.owner }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: ROOT, amount_staked: amount })]);
}
const MIN_STAKE = 1_000_000_000n;

const places: PermitCheck = {
  cause: 'no-validator-places', says: 'the subnet has places for validators',
  read: ({ subnet }) => [at('MaxAllowedValidators', subnet.netuid)],
  holds: (facts) => facts.epoch.input.maxAllowedValidators > 0 || isExempt(facts),
  actual: ({ epoch }) => epoch.input.maxAllowedValidators, required: () => 1,
  fix: ({ subnet }) => byCalls('Root gives it some:', ['root', admin('sudo_set_max_allowed_validators', { netuid: subnet.netuid, max_allowed_validators: 64 })]),
};

const staked: PermitCheck = {
  cause: 'no-stake', says: 'there is stake on the hotkey, its own or lent to it',
  read: stakeReads,
  holds: (facts) => { const stake = stakeOf(facts); return stake !== undefined && (stake.alpha > 0n || stake.rootTao > 0n || stake.parents.length > 0); },
  actual: (facts) => (stakeOf(facts)?.alpha ?? 0n) + (stakeOf(facts)?.rootTao ?? 0n), required: ({ subnet }) => (subnet.stakeThreshold > 0n ? subnet.stakeThreshold : 1n), unit: 'weight',
  fix: (facts) => stakeMore(facts, 'Nobody has staked on it.', facts.subnet.stakeThreshold > 0n ? facts.subnet.stakeThreshold : 1n),
};

const kept: PermitCheck = {
  cause: 'stake-lent-to-children', says: 'its children leave it some of its stake',
  read: ({ subnet, neuron }) => [at('ChildKeys', neuron.hotkey, subnet.netuid)],
  holds: (facts) => weightOf(facts) > 0n || stakeOf(facts)?.children.length === 0,
  actual: (facts) => weightOf(facts), required: () => 1n, unit: 'weight',
  fix: (facts) => {
    const children = stakeOf(facts)!.children.map(([, child]) => shown(child)).join(', ');
    return byCalls(`All of it works for ${children}, which pay back dividends less their take. Take it back (after the cooldown it counts from the next epoch on):`, [{ coldkey: facts.neuron.coldkey! }, subtensor('set_children', { hotkey: facts.neuron.hotkey, netuid: facts.subnet.netuid, children: [] })]);
  },
};

const threshold: PermitCheck = {
  cause: 'stake-below-threshold', says: 'its stake weight reaches the chain\'s threshold',
  read: (facts) => [at('StakeThreshold'), ...stakeReads(facts)],
  holds: (facts) => weightOf(facts) >= facts.subnet.stakeThreshold || isExempt(facts),
  actual: weightOf, required: ({ subnet }) => subnet.stakeThreshold, unit: 'weight',
  fix: (facts) => stakeMore(facts, 'Less than the threshold counts as nothing.', facts.subnet.stakeThreshold - weightOf(facts)),
};

const amongTop: PermitCheck = {
  cause: 'too-many-above', says: 'it is among the validators with most stake',
  read: (facts) => [at('MaxAllowedValidators', facts.subnet.netuid), ...stakeReads(facts)],
  holds: (facts) => facts.epoch.output.validatorPermit[uidOf(facts)] === true,
  actual: (facts) => `place ${placeOf(facts)}`, required: ({ epoch }) => `one of the first ${epoch.input.maxAllowedValidators}`,
  fix: (facts) => stakeMore(facts, `${placeOf(facts) - 1} validators have more.`, lastAdmitted(facts) - weightOf(facts) + 1n),
};

/** Of equal stakes the higher uid comes first. */
function placeOf(facts: OnNeuron): number {
  const own = weightOf(facts);
  return 1 + facts.epoch.stakeWeights.filter((weight, uid) => weight > own || (weight === own && uid > uidOf(facts))).length;
}

function lastAdmitted({ subnet, epoch }: OnNeuron): bigint {
  const admitted = epoch.stakeWeights.filter((_, uid) => epoch.output.validatorPermit[uid] && !(subnet.ownerIsExempt && uid === epoch.input.ownerUid));
  return admitted.reduce((least, weight) => (weight < least ? weight : least), admitted[0] ?? 0n);
}

const granted: PermitCheck = {
  cause: 'permit-at-next-epoch', says: 'an epoch has given it the permit',
  read: ({ subnet }) => [at('ValidatorPermit', subnet.netuid)],
  holds: (facts) => facts.epoch.input.validatorPermit[uidOf(facts)] === true || isExempt(facts),
  actual: (facts) => facts.epoch.input.validatorPermit[uidOf(facts)] === true, required: () => true,
  fix: ({ subnet }) => wait('It has stake enough; permits are given by epochs.', subnet.clock.nextEpochBlock!, subnet.block),
};

/** Behind the checks that it has a seat. */
export const PERMIT_OF: readonly PermitCheck[] = [places, staked, kept, threshold, amongTop, ...EPOCHS, granted];
export const PERMIT: readonly PermitCheck[] = [exists, notRoot, ...SEAT, ...PERMIT_OF];
export { threshold };
