/** Faults under the rules of May 2025. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Signer } from '@taonet/sdk';
import { plantAll, WELL, type Fault } from './fault.ts';
import { Network, NETUID, OWNER_UID, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start('2025-05'); });
afterAll(() => network.close());

const TAO = 1_000_000_000n;
const NEW_SUBNET = 3;
const NEW_UID = 5;
const SUPPLY = 21_000_000_000_000_000n;
const HASH = `0x${'11'.repeat(32)}`;
const A = (n: Network) => n.client.tx.AdminUtils;
const set = (item: string, keys: readonly unknown[], value: unknown) => (n: Network) => n.client.dev.set(`SubtensorModule.${item}` as never, [...keys] as never, value as never);
const ask = (name: Parameters<Network['ask']>[0], who?: (n: Network) => number | Signer, more: object = {}) => (n: Network) => n.ask(name, who?.(n), more);
const newcomer = (n: Network): Signer => n.people.newcomer;
const alice = (): number => UID.alice;
const eve = (n: Network): { coldkey: string } => ({ coldkey: n.people.eve.address });
const register = (n: Network, hotkey = n.people.newcomer, coldkey = n.people.eve) => n.send([n.S.burned_register({ netuid: NETUID, hotkey: hotkey.address }), coldkey]);
const newSubnet = (n: Network) => n.send([n.S.register_network({ hotkey: n.people.other.address }), n.people.charlie]);
const both = async (n: Network, work: (hotkey: Signer, uid: number) => Promise<unknown>): Promise<void> => {
  await work(n.people.aliceHot, UID.alice);
  await work(n.people.charlieHot, UID.charlie);
};
const forgetWeights = (n: Network) => both(n, (_, uid) => set('Weights', [NETUID, uid], undefined)(n));
const commitReveal = (n: Network) => n.sudo(A(n).sudo_set_commit_reveal_weights_enabled({ netuid: NETUID, enabled: true }));
/** A cutoff of one tempo, and one has passed. */
const beSilent = async (n: Network): Promise<void> => {
  await set('ActivityCutoff', [NETUID], 10)(n);
  await n.client.dev.mine(12);
};
const scored = set('PruningScores', [NETUID], [5, 4, 3, 2, 1]);

const emission = ask('no-emission');
const EMISSION: Readonly<Record<string, Fault>> = {
  'a subnet is new': { plant: newSubnet, ask: ask('no-emission', undefined, { netuid: NEW_SUBNET }), causes: ['not-started', 'not-started', 'first-epoch-not-reached', 'nobody-registered'] },
  'nobody may register, for TAO or by work': {
    plant: async (n) => { await set('NetworkRegistrationAllowed', [NETUID], false)(n); await set('NetworkPowRegistrationAllowed', [NETUID], false)(n); },
    ask: emission, causes: ['registration-closed', WELL],
  },
  'only work is admitted, which is enough': { plant: (n) => n.sudo(A(n).sudo_set_network_registration_allowed({ netuid: NETUID, registration_allowed: false })), ask: emission, causes: [WELL] },
  'the subtoken is disabled, which was no matter': { plant: (n) => n.sudo(A(n).sudo_set_subtoken_enabled({ netuid: NETUID, subtoken_enabled: false })), ask: emission, causes: [WELL] },
  'emission was never enabled, which nobody needed': { plant: set('SubnetEmissionEnabled', [NETUID], false), ask: emission, causes: [WELL] },
  'miners\' emission is withheld, which it never was': { plant: set('MinerBurned', [NETUID], 1n << 32n), ask: emission, causes: [WELL] },
  'nobody has staked on root, which was no matter': { plant: set('SubnetTAO', [0], 0n), ask: emission, causes: [WELL] },
  'a hotkey stands twice, which stopped nothing': { plant: (n) => set('Keys', [NETUID, UID.miner2], n.people.miner1.address)(n), ask: emission, causes: [WELL] },
  'all TAO is issued': { plant: set('TotalIssuance', [], SUPPLY), ask: emission, causes: ['tao-issued'] },
  'the moving price is far below the others': { plant: set('SubnetMovingPrice', [NETUID], 1n), ask: emission, causes: ['share-below-1-rao'] },
  'the tempo is 0': { plant: (n) => n.sudo(A(n).sudo_set_tempo({ netuid: NETUID, tempo: 0 })), ask: emission, causes: ['tempo-0', WELL] },
  'validators have been silent': { plant: beSilent, ask: emission, causes: ['validators-inactive', WELL] },
};

const INCENTIVE: Readonly<Record<string, Fault>> = {
  'no validator knows it': { plant: (n) => register(n), ask: ask('no-incentive', newcomer), causes: ['no-weights-on-it', 'incentive-at-next-epoch', WELL] },
  'it is the subnet\'s own hotkey': {
    plant: async (n) => { await both(n, (hotkey) => n.setWeights(hotkey, { [UID.miner1]: 1, [OWNER_UID]: 1 })); await n.epoch(); },
    ask: ask('no-incentive', () => OWNER_UID), causes: ['withheld-from-owner'],
  },
  'it is the owner\'s, but not the subnet\'s own': {
    plant: async (n) => { await register(n, n.people.other, n.people.bob); await both(n, (hotkey) => n.setWeights(hotkey, { [UID.miner1]: 1, [NEW_UID]: 1 })); await n.epoch(); },
    ask: ask('no-incentive', (n) => n.people.other), causes: [WELL],
  },
  'it was pruned': {
    plant: async (n) => { await set('MaxAllowedUids', [NETUID], 5)(n); await scored(n); await register(n); await n.client.dev.mine(); },
    ask: ask('no-incentive', (n) => n.people.miner2), causes: ['pruned', 'weights-before-registration'],
  },
};

const DIVIDENDS: Readonly<Record<string, Fault>> = {
  'it is inactive': { plant: beSilent, ask: ask('no-dividends', alice), causes: ['inactive', WELL] },
  'prices are low, which was no matter': {
    plant: async (n) => { for (const netuid of [1, NETUID]) await set('SubnetMovingPrice', [netuid], 1_000_000n)(n); },
    ask: ask('no-dividends', (n) => n.people.aliceHot, { netuid: 0 }), causes: [WELL],
  },
  'no pool has TAO for root\'s alpha': {
    plant: async (n) => { for (const netuid of [1, NETUID]) await set('SubnetTAO', [netuid], 1_000n)(n); },
    ask: ask('no-dividends', (n) => n.people.aliceHot, { netuid: 0 }), causes: ['root-alpha-unsold'],
  },
  'it has set no weights': { plant: set('Weights', [NETUID, UID.alice], undefined), ask: ask('no-dividends', alice), causes: ['no-weights-set', WELL] },
};

const WEIGHTS: Readonly<Record<string, Fault>> = {
  'the owner needs stake like everybody': { ask: ask('no-weights', () => OWNER_UID), causes: ['stake-below-threshold', 'permit-at-next-epoch', 'no-weights-set', WELL] },
  'nobody may be given so much': { plant: set('MaxWeightsLimit', [NETUID], 1_000), ask: ask('no-weights', alice), causes: ['max-weight-limit', WELL] },
  'it calls set_weights under commit-reveal': { plant: commitReveal, ask: ask('no-weights', alice, { isPlain: true }), causes: ['commit-reveal-on'] },
  'its commit waits for the next epoch by block number': {
    plant: async (n) => { await forgetWeights(n); await commitReveal(n); await both(n, (hotkey) => n.send([n.S.commit_weights({ netuid: NETUID, commit_hash: HASH }), hotkey])); },
    ask: ask('no-weights', alice), causes: ['commit-not-revealed', 'commit-not-revealed'],
  },
  'its commit has expired': {
    plant: async (n) => { await forgetWeights(n); await commitReveal(n); await both(n, (hotkey) => n.send([n.S.commit_weights({ netuid: NETUID, commit_hash: HASH }), hotkey])); await n.client.dev.mine(24); },
    ask: ask('no-weights', alice), causes: ['commit-expired', 'commit-not-revealed'],
  },
  'the beacon is late': {
    plant: async (n) => {
      await forgetWeights(n);
      await commitReveal(n);
      await n.send([n.S.commit_crv3_weights({ netuid: NETUID, commit: new Uint8Array(8), reveal_round: 1_000_000_000_000n }), n.people.aliceHot]);
    },
    ask: ask('no-weights', alice), causes: ['beacon-round-missing'],
  },
};

const PERMIT: Readonly<Record<string, Fault>> = {
  'the owner\'s stake is below the threshold': { ask: ask('no-permit', () => OWNER_UID), causes: ['stake-below-threshold', 'permit-at-next-epoch', WELL] },
};

const registration = (more: object = {}) => (n: Network) => n.ask('no-registration', n.people.newcomer, { ...eve(n), ...more });
const REGISTRATION: Readonly<Record<string, Fault>> = {
  'seats are not sold': { plant: (n) => n.sudo(A(n).sudo_set_network_registration_allowed({ netuid: NETUID, registration_allowed: false })), ask: registration(), causes: ['registration-closed', WELL] },
  'the block takes none': { plant: set('MaxRegistrationsPerBlock', [NETUID], 0), ask: registration(), causes: ['too-many-this-block', WELL] },
  'the interval is full': { plant: set('RegistrationsThisInterval', [NETUID], 15), ask: registration(), causes: ['too-many-this-interval', WELL] },
  'the interval takes none': { plant: set('TargetRegistrationsPerInterval', [NETUID], 0), ask: registration(), causes: ['too-many-this-interval', WELL] },
  'it costs more than it may': { ask: registration({ maxCost: 1n }), causes: ['price-above-limit'] },
  'the coldkey has ordered its swap': { plant: (n) => n.send([n.S.schedule_swap_coldkey({ new_coldkey: n.people.other.address }), n.people.eve]), ask: registration(), causes: ['coldkey-swap-scheduled', 'balance-too-low', WELL] },
  'the swap that it ordered was refused': {
    plant: async (n) => { await n.send([n.S.schedule_swap_coldkey({ new_coldkey: n.people.ferdie.address }), n.people.eve]); await n.client.dev.mine(60); },
    ask: registration(), causes: ['coldkey-swap-scheduled'],
  },
  'the pool is empty, which was no matter': { plant: set('SubnetAlphaIn', [NETUID], 0n), ask: registration(), causes: [WELL] },
  'there are no seats': { plant: set('MaxAllowedUids', [NETUID], 0), ask: registration(), causes: ['no-room', WELL] },
  'another\'s hotkey gets its seat on root': { plant: (n) => set('Owner', [n.people.newcomer.address], n.people.ferdie.address)(n), ask: registration({ netuid: 0 }), causes: [WELL] },
};

const stake = (amount: bigint, more: object = {}) => (n: Network) => n.ask('no-stake', n.people.miner1, { ...eve(n), amount, ...more });
const STAKE: Readonly<Record<string, Fault>> = {
  'it is less than minimum and fee': { ask: stake(549_999n), causes: ['amount-too-low', 'amount-too-low'] },
  'it is minimum and fee': { ask: stake(550_000n), causes: [WELL] },
  'it buys nearly all of the pool': { plant: set('SubnetAlphaIn', [NETUID], 20_000_000n), ask: stake(5_000n * TAO), causes: ['balance-too-low', 'pool-too-small'] },
  'it is a thousand times the pool, which was no matter': { plant: set('SubnetTAO', [NETUID], TAO), ask: stake(900n * TAO), causes: [WELL] },
  'the subtoken is disabled': { plant: (n) => n.sudo(A(n).sudo_set_subtoken_enabled({ netuid: NETUID, subtoken_enabled: false })), ask: stake(TAO), causes: ['subtoken-disabled', WELL] },
};

const PRUNED: Readonly<Record<string, Fault>> = {
  'it has the lowest score': {
    plant: async (n) => { await scored(n); await set('ImmunityPeriod', [NETUID], 1)(n); await n.client.dev.mine(2); await scored(n); },
    ask: ask('pruned', () => UID.miner2), causes: ['next-to-go'],
  },
  'nobody is out of immunity': { plant: scored, ask: ask('pruned', () => UID.miner2), causes: ['immunity-does-not-protect'] },
  'it is immune, others are not': {
    plant: async (n) => { await set('ImmunityPeriod', [NETUID], 5)(n); await n.client.dev.mine(8); await register(n); },
    ask: ask('pruned', newcomer), causes: [WELL],
  },
};

describe('why no-emission', () => plantAll(() => network, EMISSION));
describe('why no-incentive', () => plantAll(() => network, INCENTIVE));
describe('why no-dividends', () => plantAll(() => network, DIVIDENDS));
describe('why no-weights', () => plantAll(() => network, WEIGHTS));
describe('why no-permit', () => plantAll(() => network, PERMIT));
describe('why no-registration', () => plantAll(() => network, REGISTRATION));
describe('why no-stake', () => plantAll(() => network, STAKE));
describe('why pruned', () => plantAll(() => network, PRUNED));

/** Items that a chain of May 2025 had not. */
const LATER = [
  'SubnetEmissionEnabled', 'MinerBurned', 'LastEpochBlock', 'PendingEpochAt', 'SubnetEpochIndex', 'ActivityCutoffFactorMilli', 'TimelockedWeightCommits', 'RootClaimable',
  'RootAlphaDividendsPerSubnet', 'MinNonImmuneUids', 'ImmuneOwnerUidsLimit', 'InitialMinStake', 'PendingServerEmission',
];

test('no answer names what there was not', async () => {
  await network.heal();
  const { people } = network;
  for (const answer of [
    await network.ask('no-emission', UID.miner1), await network.ask('no-incentive', UID.miner1), await network.ask('no-dividends', UID.alice), await network.ask('no-dividends', people.aliceHot, { netuid: 0 }),
    await network.ask('no-weights', UID.alice), await network.ask('no-permit', UID.alice), await network.ask('no-stake', people.miner1, eve(network)), await network.ask('no-registration', people.newcomer, eve(network)),
    await network.ask('no-registration', people.newcomer, { netuid: 0, ...eve(network) }), await network.ask('pruned', UID.miner2),
  ]) {
    const read = answer.passed.flatMap((finding) => finding.read.map(({ item }) => item.replace('SubtensorModule.', '').split(' ')[0]!));
    expect({ question: answer.question.name, later: read.filter((item) => LATER.includes(item)) }).toEqual({ question: answer.question.name, later: [] });
  }
});
