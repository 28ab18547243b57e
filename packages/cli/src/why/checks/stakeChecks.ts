/** Why stake is refused. In the order in which the chain checks. source: pallets/subtensor/src/staking/stake_utils.rs, validate_add_stake @ 14bc6f9 and @ 1b0c63a */

import { shown } from '../../names.ts';
import { at, under, type Check } from '../check.ts';
import type { AccountFacts, StakingFacts } from '../facts/accountFacts.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import { POOL_MIN_RAO } from '../facts/rootFacts.ts';
import { ROOT } from '../facts/subnetFacts.ts';
import { advice, byCalls, subtensor } from '../fix.ts';
import { fund, noSwapOrdered } from './registrationChecks.ts';
import { exists, started, subtokenEnabled, type OnSubnet } from './subnetChecks.ts';

export interface OnStake extends OnSubnet {
  readonly neuron: NeuronFacts;
  readonly account: AccountFacts;
  readonly staking: StakingFacts;
}
type StakeCheck = Check<OnStake>;

/** Root is never started; its switch alone counts. */
const startedOrRoot: StakeCheck = { ...started, holds: (facts) => facts.subnet.netuid === ROOT || facts.subnet.subtokenEnabled || started.holds(facts), actual: (facts) => (facts.subnet.netuid === ROOT ? 'root' : started.actual(facts)) };

const least: StakeCheck = {
  cause: 'amount-too-low', says: 'the amount reaches the least stake with its fee',
  read: ({ staking }) => [{ item: staking.leastRead, keys: [] }],
  holds: ({ staking }) => staking.amount >= staking.least,
  actual: ({ staking }) => staking.amount, required: ({ staking }) => staking.least, unit: 'rao',
  fix: ({ subnet, neuron, account, staking }) => byCalls('Stake more at once:', [{ coldkey: account.coldkey }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: subnet.netuid, amount_staked: staking.least })]),
};

const balance: StakeCheck = {
  cause: 'balance-too-low', says: 'the coldkey has that much',
  read: ({ account }) => [{ item: 'System.Account', keys: [account.coldkey] }],
  holds: ({ account, staking }) => account.free >= staking.amount,
  actual: ({ account }) => account.free, required: ({ staking }) => staking.amount, unit: 'rao',
  fix: ({ account, staking }) => fund(account, staking.amount, `${shown(account.coldkey)} has too little.`),
};

const hotkeyKnown: StakeCheck = {
  cause: 'hotkey-unknown', says: 'the hotkey belongs to a coldkey',
  read: ({ neuron }) => [at('Owner', neuron.hotkey)],
  holds: ({ neuron }) => neuron.coldkey !== undefined,
  actual: ({ neuron }) => (neuron.coldkey === undefined ? 'nobody' : shown(neuron.coldkey)), required: () => 'a coldkey',
  fix: ({ neuron, account }) => byCalls('Check the address. A hotkey of your own becomes known by registering it, or so:', [{ coldkey: account.coldkey }, subtensor('try_associate_hotkey', { hotkey: neuron.hotkey })]),
};

const LEAST_RESERVE = 1_000_000n;
const MAX_INPUT = 1000n;

const poolWorks: StakeCheck = under('June2026', {
  cause: 'pool-too-small', says: 'the pool has alpha to sell, and at least a thousandth of the amount in TAO',
  read: ({ subnet }) => [at('SubnetTAO', subnet.netuid), at('SubnetAlphaIn', subnet.netuid)],
  holds: ({ staking }) => !staking.isDynamic || (staking.poolAlpha >= LEAST_RESERVE && staking.amount <= staking.poolTao * MAX_INPUT),
  actual: ({ staking }) => staking.poolTao, required: ({ staking }) => staking.amount / MAX_INPUT, unit: 'rao',
  fix: ({ staking }) => advice(staking.poolAlpha < LEAST_RESERVE ? 'Its alpha side is empty. Emission refills it: taonet why no-emission' : 'Stake less at once.'),
});

/** Of any amount, as long as enough alpha stays. */
const poolKeeps: StakeCheck = under('May2025', {
  cause: 'pool-too-small', says: 'enough alpha stays in the pool after the purchase',
  read: ({ subnet }) => [at('SubnetTAO', subnet.netuid), at('SubnetAlphaIn', subnet.netuid)],
  holds: ({ staking }) => staking.buys !== undefined,
  actual: ({ staking }) => staking.stays, required: () => POOL_MIN_RAO, unit: 'alpha',
  fix: ({ staking }) => advice(staking.poolAlpha < POOL_MIN_RAO ? 'Its alpha side is empty. Emission refills it: taonet why no-emission' : 'Stake less at once.'),
});

export const STAKE: readonly StakeCheck[] = [exists, noSwapOrdered, startedOrRoot, subtokenEnabled, least, balance, hotkeyKnown, poolWorks, poolKeeps];
