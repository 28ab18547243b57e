/** Why a validator, or who staked on it, gets no dividends. */

import { U64F64 } from '@taonet/primitives';
import { shown } from '../../names.ts';
import { at, under, type Check, type Source } from '../check.ts';
import type { ByRules } from '../ruleSets.ts';
import { byCalls, subtensor, wait } from '../fix.ts';
import { setWeights } from '../setWeights.ts';
import { someIncentive, stakeShare } from './incentiveChecks.ts';
import { SEAT } from './neuronChecks.ts';
import { uidOf, type OnNeuron } from './onEpoch.ts';
import { PERMIT_OF } from './permitChecks.ts';
import { weightsOf, type Scope } from './rowChecks.ts';
import { consistent, EMITS, firstEpoch, tempo } from './subnetChecks.ts';

export interface OnDividends extends OnNeuron {
  /** Paid by the last epoch: alpha, and for stake on root what may be claimed, or TAO. */
  readonly paid: { readonly alpha: bigint; readonly root: bigint };
  /** Of 65535. */
  readonly take: number;
  readonly childkeyTake: number;
}
type DividendCheck = Check<OnDividends>;

const SHARE_ONE = 65_535;

const active: DividendCheck = {
  cause: 'inactive', says: 'its last weights are younger than the activity cutoff when the next epoch comes',
  read: ({ epoch }) => [at('LastUpdate', epoch.index), ...epoch.cutoffRead],
  holds: (facts) => facts.epoch.stages.active[uidOf(facts)] === true,
  actual: (facts) => facts.epoch.input.lastUpdate[uidOf(facts)] ?? 0n, required: ({ epoch }) => epoch.input.block - epoch.input.activityCutoffBlocks, unit: 'block',
  fix: (facts) => setWeights(facts, uidOf(facts), 'It counts as inactive, and its stake does not vote. Set weights again:'),
};

const ITSELF: Scope<OnDividends> = { uids: (facts) => [uidOf(facts)], who: 'it', fixers: (facts) => [uidOf(facts)] };

const newer: DividendCheck = {
  cause: 'weights-before-registration', says: 'some of its weights are newer than the registration of the miner they are for',
  read: ({ subnet, epoch }) => [at('LastUpdate', epoch.index), at('BlockAtRegistration', subnet.netuid)],
  holds: (facts) => facts.epoch.stages.weightsNotOutdated[uidOf(facts)]!.uids.length > 0,
  actual: (facts) => facts.epoch.input.lastUpdate[uidOf(facts)] ?? 0n,
  required: (facts) => 1n + (facts.epoch.input.weights[uidOf(facts)] ?? []).map(([to]) => facts.epoch.input.blockAtRegistration[to] ?? 0n).reduce((least, block) => (block < least ? block : least), facts.epoch.input.block), unit: 'block',
  fix: (facts) => setWeights(facts, uidOf(facts), 'All of them were meant for neurons that are gone. Set weights again:'),
};

const inMajority: DividendCheck = {
  cause: 'clipped-by-consensus', says: 'consensus leaves something of its weights (validator trust above 0)',
  read: ({ subnet, epoch }) => [at('Kappa', subnet.netuid), at('ValidatorTrust', subnet.netuid), ...epoch.voters.map((uid) => at('Weights', epoch.index, uid))],
  holds: (facts) => (facts.epoch.stages.validatorTrust[uidOf(facts)] ?? 0n) > 0n,
  actual: (facts) => stakeShare(facts, [uidOf(facts)]), required: ({ epoch }) => epoch.input.kappaU16 / SHARE_ONE, unit: 'share',
  fix: (facts) => setWeights(facts, uidOf(facts), 'It gives weight only to miners that no kappa majority of stake sees. Look at their work again, and set weights on those that others value too:'),
};

const share: DividendCheck = {
  cause: 'no-bonds', says: 'its bonds lie on miners with incentive',
  read: ({ subnet, epoch }) => [at('Bonds', epoch.index, undefined), at('Dividends', subnet.netuid)],
  holds: (facts) => (facts.epoch.stages.dividends[uidOf(facts)] ?? 0n) > 0n,
  actual: (facts) => Number(facts.epoch.stages.dividends[uidOf(facts)] ?? 0n) / 2 ** 32, required: () => 'above 0', unit: 'share',
  fix: ({ subnet }) => wait('Bonds grow from epoch to epoch on miners that it gives weight to.', subnet.clock.nextEpochBlock!, subnet.block),
};

/** Without condition in May 2025: root's part of the alpha is sold in every block. */
const rootEarns: DividendCheck = under('June2026', {
  cause: 'root-dividends-recycled', says: 'it has stake in alpha, or the moving prices of all subnets sum to more than 1, without which stake on root earns nothing',
  read: ({ subnet, neuron }) => [at('TotalHotkeyAlpha', neuron.hotkey, subnet.netuid), at('SubnetMovingPrice')],
  holds: (facts) => (facts.epoch.stakes[uidOf(facts)]?.alpha ?? 0n) > 0n || facts.subnet.emission.priceSum > U64F64.one,
  actual: ({ subnet }) => priceText(subnet.emission.priceSum), required: () => 'more than 1',
  fix: ({ subnet, neuron }) => byCalls('All its stake is on root. Moving prices rise with the prices; or stake in alpha of the subnet:', [{ coldkey: neuron.coldkey! }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: subnet.netuid, amount_staked: 1_000_000_000n })]),
});

const PRICE_DIGITS = 6;
export const priceText = (bits: bigint): string => (Number(bits) / 2 ** 64).toFixed(PRICE_DIGITS);

const takeLeaves: DividendCheck = {
  cause: 'take-takes-all', says: 'its take leaves something for those who staked on it',
  read: ({ neuron }) => [at('Delegates', neuron.hotkey)],
  holds: ({ take }) => take < SHARE_ONE,
  actual: ({ take }) => take / SHARE_ONE, required: () => 'below 100 %', unit: 'share',
  fix: ({ neuron }) => byCalls('Its owner lowers it:', [{ coldkey: neuron.coldkey! }, subtensor('decrease_take', { hotkey: neuron.hotkey, take: 11_796 })]),
};

const childTakeLeaves: DividendCheck = {
  cause: 'childkey-take-takes-all', says: 'its childkey take leaves something for parents of other owners',
  read: ({ subnet, neuron }) => [at('ChildkeyTake', neuron.hotkey, subnet.netuid), at('ParentKeys', neuron.hotkey, subnet.netuid)],
  holds: (facts) => facts.childkeyTake < SHARE_ONE || (facts.epoch.stakes[uidOf(facts)]?.parents.length ?? 0) === 0,
  actual: ({ childkeyTake }) => childkeyTake / SHARE_ONE, required: () => 'below 100 %', unit: 'share',
  fix: ({ subnet, neuron }) => byCalls(`${shown(neuron.hotkey)}'s owner lowers it:`, [{ coldkey: neuron.coldkey! }, subtensor('set_childkey_take', { hotkey: neuron.hotkey, netuid: subnet.netuid, take: 0 })]),
};

/** What an epoch pays for stake on root, by subnet and hotkey. */
export const ROOT_PAID: ByRules<'RootAlphaDividendsPerSubnet' | 'TaoDividendsPerSubnet'> = { June2026: 'RootAlphaDividendsPerSubnet', May2025: 'TaoDividendsPerSubnet' };
const paidReads = ({ subnet, neuron }: OnDividends): Source[] => [at('AlphaDividendsPerSubnet', subnet.netuid, neuron.hotkey), at(ROOT_PAID[subnet.rules], subnet.netuid, neuron.hotkey)];

const paid: DividendCheck = {
  cause: 'dividends-at-next-epoch', says: 'an epoch has paid it dividends',
  read: paidReads,
  holds: (facts) => facts.paid.alpha + facts.paid.root > 0n,
  actual: (facts) => facts.paid.alpha + facts.paid.root, required: () => 1n, unit: 'alpha',
  fix: ({ subnet }) => wait('All is well since then; the next epoch pays.', subnet.clock.nextEpochBlock!, subnet.block),
};

/** Behind the checks that it has a seat. */
export const DIVIDENDS_OF: readonly DividendCheck[] = [
  ...tempo, consistent, ...firstEpoch, ...PERMIT_OF, active, ...weightsOf(ITSELF), newer, inMajority, someIncentive, share, rootEarns, takeLeaves, childTakeLeaves, paid,
];
export const DIVIDENDS: readonly DividendCheck[] = [...EMITS, ...SEAT, ...DIVIDENDS_OF];
