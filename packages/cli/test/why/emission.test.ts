import { afterAll, beforeAll, describe } from 'vitest';
import { plantAll, WELL, type Fault } from './fault.ts';
import { Network, NETUID, OWNER_UID, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start(); });
afterAll(() => network.close());

const NEW_SUBNET = 3;
const emission = (n: Network) => n.ask('no-emission');
const emissionOfNew = (n: Network) => n.ask('no-emission', undefined, { netuid: NEW_SUBNET });
const A = (n: Network) => n.client.tx.AdminUtils;
const newSubnet = (n: Network) => n.send([n.S.register_network({ hotkey: n.people.other.address }), n.people.charlie]);
const SUPPLY = 21_000_000_000_000_000n;

/** A cutoff of one tempo, and one has passed. */
const beSilent = async (n: Network): Promise<void> => {
  await n.client.dev.set('SubtensorModule.ActivityCutoffFactorMilli', [NETUID], 1000);
  await n.client.dev.mine(12);
};

const FAULTS: Readonly<Record<string, Fault>> = {
  'there is no such subnet': { ask: (n) => n.ask('no-emission', undefined, { netuid: 99 }), causes: ['no-such-subnet'] },
  'root is asked about': { ask: (n) => n.ask('no-emission', undefined, { netuid: 0 }), causes: ['root'] },
  'a subnet is new': { plant: newSubnet, ask: emissionOfNew, causes: ['not-started', 'first-epoch-not-reached', 'nobody-registered'] },
  'a subnet may not be started yet': {
    plant: async (n) => { await newSubnet(n); await n.client.dev.set('SubtensorModule.StartCallDelay', [], 20n); },
    ask: emissionOfNew, causes: ['not-started', 'not-started', 'first-epoch-not-reached'],
  },
  'the subtoken is disabled': { plant: (n) => n.sudo(A(n).sudo_set_subtoken_enabled({ netuid: NETUID, subtoken_enabled: false })), ask: emission, causes: ['subtoken-disabled', WELL] },
  'registration is closed': { plant: (n) => n.sudo(A(n).sudo_set_network_registration_allowed({ netuid: NETUID, registration_allowed: false })), ask: emission, causes: ['registration-closed', WELL] },
  'root has disabled emission': { plant: (n) => n.sudo(A(n).sudo_set_subnet_emission_enabled({ netuid: NETUID, enabled: false })), ask: emission, causes: ['emission-disabled', WELL] },
  'all TAO is issued': { plant: (n) => n.client.dev.set('SubtensorModule.TotalIssuance', [], SUPPLY), ask: emission, causes: ['tao-issued'] },
  'all alpha is issued': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetAlphaOut', [NETUID], SUPPLY), ask: emission, causes: ['alpha-issued'] },
  'the moving price is 0': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetMovingPrice', [NETUID], 0n as never), ask: emission, causes: ['no-moving-price'] },
  'the moving price is far below the others': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetMovingPrice', [NETUID], 1n as never), ask: emission, causes: ['share-below-1-rao'] },
  'all incentive goes to the owner': {
    plant: async (n) => {
      await n.setWeights(n.people.aliceHot, { [OWNER_UID]: 1 });
      await n.setWeights(n.people.charlieHot, { [OWNER_UID]: 1 });
      await n.epoch();
    },
    ask: emission, causes: ['incentive-burned'],
  },
  'nobody has staked on root': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetTAO', [0], 0n), ask: emission, causes: ['root-not-staked', WELL] },
  'the tempo is 0': { plant: (n) => n.sudo(A(n).sudo_set_tempo({ netuid: NETUID, tempo: 0 })), ask: emission, causes: ['tempo-0', WELL] },
  'a hotkey stands twice': { plant: (n) => n.client.dev.set('SubtensorModule.Keys', [NETUID, UID.miner2], n.people.miner1.address), ask: emission, causes: ['double-hotkey'] },
  'no stake reaches the threshold': { plant: (n) => n.client.dev.set('SubtensorModule.StakeThreshold', [], SUPPLY), ask: emission, causes: ['no-validator'] },
  'nobody has a permit': { plant: (n) => n.client.dev.set('SubtensorModule.ValidatorPermit', [NETUID], [false, false, false, false, false]), ask: emission, causes: ['no-validator-permit', WELL] },
  'there are no places for validators': {
    plant: async (n) => { await n.client.dev.set('SubtensorModule.MaxAllowedValidators', [NETUID], 0); await n.epoch(); },
    ask: emission, causes: ['no-validator-permit', 'no-validator-permit', WELL],
  },
  'validators have been silent': { plant: beSilent, ask: emission, causes: ['validators-inactive', WELL] },
  'nobody has set weights': {
    plant: async (n) => { for (const uid of [UID.alice, UID.charlie]) await n.client.dev.set('SubtensorModule.Weights', [NETUID, uid], undefined); },
    ask: emission, causes: ['no-weights-set', WELL],
  },
};

describe('why no-emission', () => plantAll(() => network, FAULTS));
