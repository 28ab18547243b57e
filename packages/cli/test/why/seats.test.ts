import { afterAll, beforeAll, describe } from 'vitest';
import type { Signer } from '@taonet/sdk';
import { plantAll, WELL, type Fault } from './fault.ts';
import { Network, NETUID, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start(); });
afterAll(() => network.close());

const TAO = 1_000_000_000n;
const A = (n: Network) => n.client.tx.AdminUtils;
const register = (coldkey: (n: Network) => Signer, more: object = {}) => (n: Network) => n.ask('no-registration', n.people.newcomer, { coldkey: coldkey(n).address, ...more });
const eve = (n: Network): Signer => n.people.eve;
const eveRegisters = register(eve);
const eveOnRoot = register(eve, { netuid: 0 });
const stake = (amount: bigint, more: object = {}) => (n: Network) => n.ask('no-stake', n.people.miner1, { coldkey: n.people.eve.address, amount, ...more });
const seat = (n: Network, netuid = NETUID) => n.send([n.S.burned_register({ netuid, hotkey: n.people.newcomer.address }), n.people.eve]);
const earned = (n: Network, list: readonly bigint[]) => n.client.dev.set('SubtensorModule.Emission', [NETUID], [...list]);

const REGISTRATION: Readonly<Record<string, Fault>> = {
  'there is no such subnet': { ask: register(eve, { netuid: 99 }), causes: ['no-such-subnet'] },
  'registration is closed': { plant: (n) => n.sudo(A(n).sudo_set_network_registration_allowed({ netuid: NETUID, registration_allowed: false })), ask: eveRegisters, causes: ['registration-closed', WELL] },
  'it is registered already': { plant: (n) => seat(n), ask: eveRegisters, causes: ['already-registered'] },
  'it costs more than it may': { ask: register(eve, { maxCost: 1n }), causes: ['price-above-limit'] },
  'the coldkey is poor': { plant: (n) => n.client.dev.set('SubtensorModule.Burn', [NETUID], 5_000n * TAO), ask: eveRegisters, causes: ['balance-too-low', WELL] },
  'the hotkey is somebody else\'s': { plant: (n) => seat(n, 1), ask: register((n) => n.people.ferdie), causes: ['hotkey-of-another'] },
  'there are no seats': { plant: (n) => n.client.dev.set('SubtensorModule.MaxAllowedUids', [NETUID], 0), ask: eveRegisters, causes: ['no-room', WELL] },
  'the pool is empty': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetAlphaIn', [NETUID], 0n), ask: eveRegisters, causes: ['pool-empty'] },
  'root takes none': { plant: (n) => n.client.dev.set('SubtensorModule.MaxRegistrationsPerBlock', [0], 0), ask: eveOnRoot, causes: ['too-many-this-block', WELL] },
  'root takes none in this interval': { plant: (n) => n.client.dev.set('SubtensorModule.TargetRegistrationsPerInterval', [0], 0), ask: eveOnRoot, causes: ['too-many-this-interval', WELL] },
  'root is full of richer ones': { plant: (n) => n.client.dev.set('SubtensorModule.MaxAllowedUids', [0], 3), ask: eveOnRoot, causes: ['stake-too-low-for-root'] },
};

const STAKE: Readonly<Record<string, Fault>> = {
  'the subnet is not started': {
    plant: (n) => n.send([n.S.register_network({ hotkey: n.people.other.address }), n.people.charlie]),
    ask: stake(TAO, { netuid: 3 }), causes: ['not-started', WELL],
  },
  'root is closed': { plant: (n) => n.client.dev.set('SubtensorModule.SubtokenEnabled', [0], false), ask: stake(TAO, { netuid: 0 }), causes: ['subtoken-disabled', WELL] },
  'it is too little': { ask: stake(1n), causes: ['amount-too-low', 'amount-too-low'] },
  'the coldkey is poor': { ask: stake(5_000n * TAO), causes: ['balance-too-low', WELL] },
  'nobody owns the hotkey': { ask: (n) => n.ask('no-stake', n.people.newcomer, { coldkey: n.people.eve.address }), causes: ['hotkey-unknown', WELL] },
  'the pool is too small': { plant: (n) => n.client.dev.set('SubtensorModule.SubnetTAO', [NETUID], 1000n), ask: stake(TAO), causes: ['pool-too-small'] },
};

const PRUNED: Readonly<Record<string, Fault>> = {
  'it was pruned': {
    plant: async (n) => { await n.client.dev.set('SubtensorModule.MaxAllowedUids', [NETUID], 5); await earned(n, [5n, 4n, 3n, 2n, 1n]); await seat(n); },
    ask: (n) => n.ask('pruned', n.people.miner2), causes: ['pruned'],
  },
  'it never was there': { ask: (n) => n.ask('pruned', n.people.newcomer), causes: ['not-registered'] },
  'immunity does not protect it': { plant: (n) => earned(n, [5n, 4n, 3n, 2n, 1n]), ask: (n) => n.ask('pruned', UID.miner2), causes: ['immunity-does-not-protect'] },
  'it has earned least': {
    plant: async (n) => { await earned(n, [5n, 4n, 3n, 2n, 1n]); await n.client.dev.set('SubtensorModule.ImmunityPeriod', [NETUID], 1); await n.client.dev.set('SubtensorModule.MinNonImmuneUids', [NETUID], 1); await n.client.dev.mine(2); await earned(n, [5n, 4n, 3n, 2n, 1n]); },
    ask: (n) => n.ask('pruned', UID.miner2), causes: ['next-to-go'],
  },
  'it is immune, others are not': {
    plant: async (n) => { await seat(n); await n.client.dev.set('SubtensorModule.ImmunityPeriod', [NETUID], 5); await n.client.dev.set('SubtensorModule.MinNonImmuneUids', [NETUID], 1); },
    ask: (n) => n.ask('pruned', n.people.newcomer), causes: [WELL],
  },
};

describe('why no-registration', () => plantAll(() => network, REGISTRATION));
describe('why no-stake', () => plantAll(() => network, STAKE));
describe('why pruned', () => plantAll(() => network, PRUNED));
