/** That the hotkey has a seat on the subnet. */

import { at, type Check } from '../check.ts';
import { shown } from '../../names.ts';
import { advice, byCalls, subtensor } from '../fix.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import type { OnSubnet } from './subnetChecks.ts';

export interface OnSeat extends OnSubnet {
  readonly neuron: NeuronFacts;
}

const again = ({ subnet, neuron }: OnSeat, text: string) => (neuron.coldkey === undefined
  ? advice(`${text} Register it: taonet subnets register --netuid ${subnet.netuid}`)
  : byCalls(`${text} Its owner registers it:`, [{ coldkey: neuron.coldkey }, subtensor('burned_register', { netuid: subnet.netuid, hotkey: neuron.hotkey })]));

/** Before `registered`: a seat that was lost is another cause than one that never was. */
export const notPruned: Check<OnSeat> = {
  cause: 'pruned', says: 'no newcomer has taken its seat',
  read: ({ subnet, neuron }) => (neuron.past === undefined ? [at('Uids', subnet.netuid, neuron.hotkey)] : [at('Uids', subnet.netuid, neuron.hotkey), at('BlockAtRegistration', subnet.netuid, neuron.past.uid)]),
  holds: ({ neuron }) => neuron.past === undefined,
  actual: ({ neuron: { past } }) => (past === undefined ? 'no' : `uid ${past.uid} went to ${shown(past.successor)} in block ${past.block}, when it had ${past.before.worthText(worthBefore(past))}`),
  required: ({ neuron: { past } }) => (past === undefined ? 'no' : `more than ${safeWorth(past)}, or immunity (${past.before.immunityPeriod} blocks from registration)`),
  fix: (facts) => again(facts, 'The subnet was full, and of those who may go it had earned least.'),
};

type Past = NonNullable<NeuronFacts['past']>;

const worthBefore = ({ uid, before }: Past): bigint => [...before.free, ...before.immune].find((one) => one.uid === uid)?.worth ?? 0n;

/** What the next one earned. */
function safeWorth({ uid, before }: Past): string {
  const kin = before.free.some((one) => one.uid === uid) ? before.free : before.immune;
  const other = kin.find((one) => one.uid !== uid);
  return other === undefined ? 'the next one\'s' : before.worthText(other.worth);
}

export const registered: Check<OnSeat> = {
  cause: 'not-registered', says: 'the hotkey has a seat on the subnet',
  read: ({ subnet, neuron }) => [at('Uids', subnet.netuid, neuron.hotkey)],
  holds: ({ neuron }) => neuron.uid !== undefined,
  actual: ({ neuron }) => (neuron.uid === undefined ? 'none' : `uid ${neuron.uid}`), required: () => 'a uid',
  fix: (facts) => again(facts, 'It never had one, as far back as can be seen.'),
};

export const SEAT: readonly Check<OnSeat>[] = [notPruned, registered];
