/** Answers a question: reads its facts at one block, and goes through its checks in order. */

import type { Client, Snapshot } from '@taonet/sdk';
import { ValidationError } from '../failure.ts';
import { judge, type Check, type Verdict } from './check.ts';
import { DIVIDENDS, DIVIDENDS_OF, ROOT_PAID, type OnDividends } from './checks/dividendChecks.ts';
import { EMISSION } from './checks/emissionChecks.ts';
import { INCENTIVE, INCENTIVE_OF } from './checks/incentiveChecks.ts';
import { SEAT } from './checks/neuronChecks.ts';
import type { OnNeuron } from './checks/onEpoch.ts';
import { PERMIT } from './checks/permitChecks.ts';
import { PRUNED } from './checks/pruningChecks.ts';
import { REGISTRATION, ROOT_REGISTRATION } from './checks/registrationChecks.ts';
import { ROOT_DIVIDENDS } from './checks/rootChecks.ts';
import { STAKE } from './checks/stakeChecks.ts';
import { WEIGHTS } from './checks/weightsChecks.ts';
import { readAccountFacts, readRegistrationFacts } from './facts/accountFacts.ts';
import { readEpochFacts } from './facts/epochFacts.ts';
import { readNeuronFacts, type NeuronFacts } from './facts/neuronFacts.ts';
import { readPruningFacts } from './facts/pruningFacts.ts';
import { readRootFacts } from './facts/rootFacts.ts';
import { readStakingFacts } from './facts/stakingFacts.ts';
import { readSubnetFacts, ROOT, type SubnetFacts } from './facts/subnetFacts.ts';

export const QUESTIONS = ['no-emission', 'no-weights', 'no-permit', 'no-stake', 'no-registration', 'no-incentive', 'no-dividends', 'pruned'] as const;
export type QuestionName = (typeof QUESTIONS)[number];

export interface Question {
  readonly name: QuestionName;
  readonly netuid: number;
  /** A uid or the address of a hotkey. */
  readonly who?: number | string | undefined;
  /** Who stakes or registers; the hotkey's owner unless given. */
  readonly coldkey?: string | undefined;
  readonly mechanism?: number | undefined;
  /** Rao. */
  readonly amount?: bigint | undefined;
  readonly maxCost?: bigint | undefined;
  readonly versionKey?: bigint | undefined;
  /** Weights are handed in openly. */
  readonly isPlain?: boolean | undefined;
}

export interface Answer extends Verdict {
  readonly question: Question;
  readonly block: { readonly number: number; readonly hash: string };
  readonly snapshot: Snapshot;
  readonly subnet: SubnetFacts;
  readonly neuron: NeuronFacts | undefined;
  /** What can be said when nothing is wrong. */
  readonly well: string;
}

export async function ask(client: Client, question: Question): Promise<Answer> {
  const snapshot = await client.at();
  const subnet = await readSubnetFacts(snapshot, question.netuid);
  const asking: Asking = { client, snapshot, subnet, question };
  const { verdict, neuron, well } = await ANSWERERS[question.name](asking);
  return { ...verdict, question, block: await snapshot.block(), snapshot, subnet, neuron, well };
}

interface Asking {
  readonly client: Client;
  readonly snapshot: Snapshot;
  readonly subnet: SubnetFacts;
  readonly question: Question;
}

interface Found {
  readonly verdict: Verdict;
  readonly neuron: NeuronFacts | undefined;
  readonly well: string;
}

const epochText = ({ clock }: SubnetFacts): string => (clock.nextEpochBlock === undefined ? 'no epoch follows' : `the next epoch is in block ${clock.nextEpochBlock}`);

async function neuronOf({ client, snapshot, question }: Asking): Promise<NeuronFacts> {
  if (question.who === undefined) throw new ValidationError(`Which neuron? why ${question.name} asks about one.`, `taonet why ${question.name} ${question.netuid} HOTKEY`);
  return readNeuronFacts(client, snapshot, question.netuid, question.who);
}

async function onNeuron(asking: Asking): Promise<OnNeuron> {
  const { snapshot, subnet, question } = asking;
  const [neuron, epoch] = await Promise.all([neuronOf(asking), readEpochFacts(snapshot, subnet, question.mechanism)]);
  return { subnet, epoch, neuron };
}

const ANSWERERS: Readonly<Record<QuestionName, (asking: Asking) => Promise<Found>>> = {
  'no-emission': async (asking) => {
    const { snapshot, subnet, question } = asking;
    const { nextTao, blockAlpha } = subnet.emission;
    const well = `Subnet ${subnet.netuid} gets ${String(nextTao)} rao of TAO and emits ${String(blockAlpha)} rao of its alpha a block; alpha is paid out by epochs: ${epochText(subnet)}.`;
    if (question.who === undefined) return { verdict: judge(EMISSION, { subnet, epoch: await readEpochFacts(snapshot, subnet, question.mechanism) }), neuron: undefined, well };
    const facts = await dividendFacts(asking);
    const isValidator = facts.epoch.stages.oldPermits[facts.neuron.uid ?? -1] === true;
    const checks: readonly Check<OnDividends>[] = [...EMISSION.filter((check) => !SEAT.includes(check as never)), ...SEAT, ...(isValidator ? DIVIDENDS_OF : INCENTIVE_OF)];
    return { verdict: judge(once(checks), facts), neuron: facts.neuron, well };
  },
  'no-weights': async (asking) => {
    const { snapshot, subnet, question } = asking;
    const S = snapshot.query.SubtensorModule;
    const [facts, rateLimit, maxWeight] = await Promise.all([onNeuron(asking), S.WeightsSetRateLimit(subnet.netuid), S.MaxWeightsLimit(subnet.netuid)]);
    const verdict = judge(once(WEIGHTS), { ...facts, rateLimit, maxWeight, versionKey: question.versionKey, isPlain: question.isPlain === true });
    return { verdict, neuron: facts.neuron, well: `Its weights are set and count at the next epoch: ${epochText(subnet)}. It may set others now.` };
  },
  'no-permit': async (asking) => {
    const facts = await onNeuron(asking);
    return { verdict: judge(PERMIT, facts), neuron: facts.neuron, well: `It has a validator permit, and keeps it at the next epoch: ${epochText(asking.subnet)}.` };
  },
  'no-incentive': async (asking) => {
    const facts = await onNeuron(asking);
    return { verdict: judge(INCENTIVE, facts), neuron: facts.neuron, well: `It has incentive, and is paid by every epoch: ${epochText(asking.subnet)}.` };
  },
  'no-dividends': async (asking) => {
    if (asking.question.netuid === ROOT) {
      const neuron = await neuronOf(asking);
      const facts = { subnet: asking.subnet, neuron, ...await readRootFacts(asking.snapshot, asking.subnet.rules, neuron.hotkey, asking.subnet.netuids) };
      return { verdict: judge(ROOT_DIVIDENDS, facts), neuron, well: `It has root dividends on subnets ${facts.earnsOn.join(', ')}; ${facts.paidHow}` };
    }
    const facts = await dividendFacts(asking);
    return { verdict: judge(DIVIDENDS, facts), neuron: facts.neuron, well: `It has dividends, and is paid by every epoch: ${epochText(asking.subnet)}.` };
  },
  'no-stake': async (asking) => {
    const { snapshot, subnet, question } = asking;
    const neuron = await neuronOf(asking);
    const coldkey = question.coldkey ?? neuron.coldkey ?? needColdkey(question);
    const [account, staking] = await Promise.all([readAccountFacts(snapshot, subnet.rules, coldkey), readStakingFacts(snapshot, subnet.rules, { netuid: question.netuid, hotkey: neuron.hotkey, coldkey, amount: question.amount })]);
    return { verdict: judge(STAKE, { subnet, neuron, account, staking }), neuron, well: `Nothing speaks against it: taonet stake add --netuid ${question.netuid}. There are ${String(staking.staked)} rao of stake of this coldkey on it.` };
  },
  'no-registration': async (asking) => {
    const { snapshot, subnet, question } = asking;
    const neuron = await neuronOf(asking);
    const coldkey = question.coldkey ?? neuron.coldkey ?? needColdkey(question);
    const [account, registration, pruning] = await Promise.all([readAccountFacts(snapshot, subnet.rules, coldkey), readRegistrationFacts(snapshot, question.netuid, neuron.hotkey), readPruningFacts(snapshot, question.netuid)]);
    const checks = question.netuid === ROOT ? ROOT_REGISTRATION : REGISTRATION;
    return { verdict: judge(checks, { subnet, neuron, account, registration, pruning, maxCost: question.maxCost }), neuron, well: `Nothing speaks against it: taonet subnets register --netuid ${question.netuid}` };
  },
  pruned: async (asking) => {
    const [neuron, pruning] = await Promise.all([neuronOf(asking), readPruningFacts(asking.snapshot, asking.question.netuid)]);
    return { verdict: judge(PRUNED, { subnet: asking.subnet, neuron, pruning }), neuron, well: pruning.immortal.includes(neuron.uid ?? -1) ? 'It never goes: it is the owner\'s.' : `It has its seat; uid ${pruning.next?.uid ?? 'nobody'} would go first.` };
  },
};

async function dividendFacts(asking: Asking): Promise<OnDividends> {
  const { snapshot, subnet } = asking;
  const S = snapshot.query.SubtensorModule;
  const facts = await onNeuron(asking);
  const { hotkey } = facts.neuron;
  const [alpha, root, take, childkeyTake] = await Promise.all([S.AlphaDividendsPerSubnet(subnet.netuid, hotkey), S[ROOT_PAID[subnet.rules]](subnet.netuid, hotkey), S.Delegates(hotkey), S.ChildkeyTake(hotkey, subnet.netuid)]);
  return { ...facts, paid: { alpha, root }, take, childkeyTake };
}

function needColdkey({ name, netuid }: Question): never {
  throw new ValidationError('Nobody owns this hotkey yet: which coldkey is it about?', `taonet why ${name} ${netuid} HOTKEY --wallet-name NAME`);
}

/** The same check may stand in several lists: its first place counts. */
const once = <Facts>(checks: readonly Check<Facts>[]): readonly Check<Facts>[] => [...new Set(checks)];
