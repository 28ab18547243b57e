import { afterAll, beforeAll, describe } from 'vitest';
import type { Signer } from '@taonet/sdk';
import { plantAll, WELL, type Fault } from './fault.ts';
import { Network, NETUID, UID } from './network.ts';

let network: Network;
beforeAll(async () => { network = await Network.start(); });
afterAll(() => network.close());

const NEW_UID = 5;
const HASH = `0x${'11'.repeat(32)}`;
const FULL = 65_535;
const A = (n: Network) => n.client.tx.AdminUtils;
const incentiveOf = (who: (n: Network) => number | Signer) => (n: Network) => n.ask('no-incentive', who(n));
const dividendsOf = (who: (n: Network) => number | Signer) => (n: Network) => n.ask('no-dividends', who(n));
const weightsOf = (who: (n: Network) => number | Signer) => (n: Network) => n.ask('no-weights', who(n));
const permitOf = (who: (n: Network) => number | Signer) => (n: Network) => n.ask('no-permit', who(n));
const newcomer = (n: Network): Signer => n.people.newcomer;
const alice = (): number => UID.alice;
const charlie = (): number => UID.charlie;

const register = (n: Network, hotkey = n.people.newcomer, coldkey = n.people.eve) => n.send([n.S.burned_register({ netuid: NETUID, hotkey: hotkey.address }), coldkey]);
const stakeOnRoot = (n: Network, hotkey: Signer, coldkey: Signer, tao: bigint) => n.send([n.S.add_stake({ hotkey: hotkey.address, netuid: 0, amount_staked: tao * 1_000_000_000n }), coldkey]);
const both = async (n: Network, work: (hotkey: Signer, uid: number) => Promise<unknown>): Promise<void> => {
  await work(n.people.aliceHot, UID.alice);
  await work(n.people.charlieHot, UID.charlie);
};
const forgetWeights = (n: Network) => both(n, (_, uid) => n.client.dev.set('SubtensorModule.Weights', [NETUID, uid], undefined));
const commitReveal = (n: Network) => n.sudo(A(n).sudo_set_commit_reveal_weights_enabled({ netuid: NETUID, enabled: true }));
const commit = (n: Network, hash = HASH) => both(n, (hotkey) => n.send([n.S.commit_weights({ netuid: NETUID, commit_hash: hash }), hotkey]));
/** The newcomer takes the second miner's seat. */
const replace = async (n: Network): Promise<void> => {
  await n.client.dev.set('SubtensorModule.MaxAllowedUids', [NETUID], 5);
  await n.client.dev.set('SubtensorModule.Emission', [NETUID], [5n, 4n, 3n, 2n, 1n]);
  await register(n);
};
/** Alice has more stake and sees the first miner only, Charlie the second. */
const disagree = async (n: Network): Promise<void> => {
  await stakeOnRoot(n, n.people.aliceHot, n.people.alice, 100_000n);
  await n.setWeights(n.people.aliceHot, { [UID.miner1]: 1 });
  await n.setWeights(n.people.charlieHot, { [UID.miner2]: 1 });
};

/** A cutoff of one tempo, and one has passed. */
const beSilent = async (n: Network): Promise<void> => {
  await n.client.dev.set('SubtensorModule.ActivityCutoffFactorMilli', [NETUID], 1000);
  await n.client.dev.mine(12);
};
/** Weights on the newcomer, set in the very block in which it registers. */
const inOneBlock = (n: Network) => n.send(
  [n.S.burned_register({ netuid: NETUID, hotkey: n.people.newcomer.address }), n.people.eve],
  ...[n.people.aliceHot, n.people.charlieHot].map((hotkey) => [n.S.set_weights({ netuid: NETUID, dests: [NEW_UID], weights: [1], version_key: 0n }), hotkey] as const),
);

const lowPrices = async (n: Network): Promise<void> => {
  for (const netuid of [1, NETUID]) await n.client.dev.set('SubtensorModule.SubnetMovingPrice', [netuid], 1_000_000n as never);
};

const INCENTIVE: Readonly<Record<string, Fault>> = {
  'it never registered': { ask: incentiveOf(newcomer), causes: ['not-registered'] },
  'it was pruned': { plant: replace, ask: incentiveOf((n) => n.people.miner2), causes: ['pruned', 'no-weights-on-it'], then: (n) => n.client.dev.set('SubtensorModule.Weights', [NETUID, UID.miner1], undefined) },
  'no validator knows it': { plant: (n) => register(n), ask: incentiveOf(newcomer), causes: ['no-weights-on-it', 'incentive-at-next-epoch', WELL] },
  'weights are older than it': { plant: inOneBlock, ask: incentiveOf(newcomer), causes: ['weights-before-registration', 'incentive-at-next-epoch', WELL] },
  'only a minority sees it': { plant: disagree, ask: incentiveOf(() => UID.miner2), causes: ['below-consensus', WELL] },
  'it belongs to the owner': {
    plant: async (n) => {
      await register(n, n.people.other, n.people.bob);
      await both(n, (hotkey) => n.setWeights(hotkey, { [UID.miner1]: 1, [NEW_UID]: 1 }));
      await n.epoch();
    },
    ask: incentiveOf((n) => n.people.other), causes: ['withheld-from-owner'],
  },
  'its share is lost in rounding': {
    plant: async (n) => { await register(n); await both(n, (hotkey) => n.setWeights(hotkey, { [UID.miner1]: FULL, [UID.miner2]: FULL, [NEW_UID]: 1 })); },
    ask: incentiveOf(newcomer), causes: ['incentive-below-1-of-65535'],
  },
  'validators set weights on themselves only': { plant: (n) => both(n, (hotkey, uid) => n.setWeights(hotkey, { [uid]: 1 })), ask: incentiveOf(() => UID.miner1), causes: ['only-self-weights', WELL] },
  'validators are silent': { plant: beSilent, ask: incentiveOf(() => UID.miner1), causes: ['validators-inactive', 'incentive-at-next-epoch'] },
  'commits are older than it': {
    plant: async (n) => {
      await commitReveal(n);
      await commit(n);
      await register(n);
      await commit(n, `0x${'22'.repeat(32)}`);
      await both(n, (_, uid) => n.client.dev.set('SubtensorModule.Weights', [NETUID, uid], [[NEW_UID, FULL]]));
    },
    ask: incentiveOf(newcomer), causes: ['commit-before-registration'],
  },
  'commits wait': { plant: async (n) => { await forgetWeights(n); await commitReveal(n); await commit(n); }, ask: incentiveOf(() => UID.miner1), causes: ['commit-not-revealed', 'commit-not-revealed'] },
};

const DIVIDENDS: Readonly<Record<string, Fault>> = {
  'it has no stake': { plant: (n) => register(n), ask: dividendsOf(newcomer), causes: ['no-stake'] },
  'it is inactive': { plant: beSilent, ask: dividendsOf(alice), causes: ['inactive', WELL] },
  'it sees only what a minority sees': { plant: disagree, ask: dividendsOf(charlie), causes: ['clipped-by-consensus', WELL] },
  'its weights are for one who is gone': {
    plant: inOneBlock,
    ask: dividendsOf(charlie), causes: ['weights-before-registration', 'clipped-by-consensus'],
  },
  'it has set no weights': { plant: (n) => n.client.dev.set('SubtensorModule.Weights', [NETUID, UID.alice], undefined), ask: dividendsOf(alice), causes: ['no-weights-set', WELL] },
  'it sets weights on itself only': { plant: (n) => n.setWeights(n.people.aliceHot, { [UID.alice]: 1 }), ask: dividendsOf(alice), causes: ['only-self-weights', WELL] },
  'its take is 100 %': { plant: (n) => n.client.dev.set('SubtensorModule.Delegates', [n.people.aliceHot.address], FULL), ask: dividendsOf(alice), causes: ['take-takes-all', WELL] },
  'its childkey take is 100 %': {
    plant: async (n) => {
      const [parent, child] = [n.people.charlieHot.address, n.people.aliceHot.address];
      await n.client.dev.set('SubtensorModule.ChildKeys', [parent, NETUID], [[1n << 62n, child]]);
      await n.client.dev.set('SubtensorModule.ParentKeys', [child, NETUID], [[1n << 62n, parent]]);
      await n.client.dev.set('SubtensorModule.ChildkeyTake', [child, NETUID], FULL);
    },
    ask: dividendsOf(alice), causes: ['childkey-take-takes-all', WELL],
  },
  'all its stake is on root, and root earns nothing': {
    plant: async (n) => {
      await lowPrices(n);
      await n.client.dev.set('SubtensorModule.TotalHotkeyAlpha', [n.people.aliceHot.address, NETUID], undefined);
      await n.client.dev.set('SubtensorModule.TotalHotkeySharesV2', [n.people.aliceHot.address, NETUID], undefined);
    },
    ask: dividendsOf(alice), causes: ['root-dividends-recycled', WELL],
  },
  'root earns nothing while prices are low': { plant: lowPrices, ask: (n) => n.ask('no-dividends', n.people.aliceHot, { netuid: 0 }), causes: ['root-dividends-recycled'] },
  'its bonds are gone and none grow': {
    plant: async (n) => {
      await n.client.dev.set('SubtensorModule.BondsMovingAverage', [NETUID], 1_000_000n);
      await n.client.dev.set('SubtensorModule.Bonds', [NETUID, UID.alice], undefined);
    },
    ask: dividendsOf(alice), causes: ['no-bonds'],
  },
  'its weights are zeros': { plant: (n) => n.setWeights(n.people.aliceHot, { [UID.miner1]: 0 }), ask: dividendsOf(alice), causes: ['no-weights-set', WELL] },
  'nobody has staked on root for it': { ask: (n) => n.ask('no-dividends', n.people.miner1, { netuid: 0 }), causes: ['root-not-staked', 'validates-nowhere'] },
};

const PERMIT: Readonly<Record<string, Fault>> = {
  'it has nothing': { plant: (n) => register(n, n.people.newcomer, n.people.alice), ask: permitOf(newcomer), causes: ['no-stake', 'permit-at-next-epoch', WELL] },
  'its stake is below the threshold': {
    plant: async (n) => { await register(n); await stakeOnRoot(n, n.people.newcomer, n.people.eve, 100n); await n.client.dev.set('SubtensorModule.StakeThreshold', [], 100_000_000_000n); },
    ask: permitOf(newcomer), causes: ['stake-below-threshold', 'permit-at-next-epoch', WELL],
  },
  'too many have more': { plant: async (n) => { await stakeOnRoot(n, n.people.aliceHot, n.people.alice, 1000n); await n.client.dev.set('SubtensorModule.MaxAllowedValidators', [NETUID], 1); }, ask: permitOf(charlie), causes: ['too-many-above', WELL] },
  'there are no places': { plant: (n) => n.client.dev.set('SubtensorModule.MaxAllowedValidators', [NETUID], 0), ask: permitOf(alice), causes: ['no-validator-places', WELL] },
  'its children have all its stake': {
    plant: async (n) => {
      const [parent, child] = [n.people.aliceHot.address, n.people.charlieHot.address];
      await n.client.dev.set('SubtensorModule.ChildKeys', [parent, NETUID], [[(1n << 64n) - 1n, child]]);
      await n.client.dev.set('SubtensorModule.ParentKeys', [child, NETUID], [[(1n << 64n) - 1n, parent]]);
    },
    ask: permitOf(alice), causes: ['stake-lent-to-children', WELL], then: (n) => n.client.dev.mine(40),
  },
  'epochs never come': { plant: (n) => n.client.dev.set('SubtensorModule.Tempo', [NETUID], 0), ask: permitOf(alice), causes: ['tempo-0', WELL] },
};

const WEIGHTS: Readonly<Record<string, Fault>> = {
  'it has no seat': { ask: weightsOf(newcomer), causes: ['not-registered'] },
  'it has no stake': { plant: (n) => register(n), ask: weightsOf(newcomer), causes: ['stake-below-threshold'] },
  'it has no permit': {
    plant: (n) => n.client.dev.set('SubtensorModule.ValidatorPermit', [NETUID], [true, false, true, false, false]),
    ask: weightsOf(alice), causes: ['permit-at-next-epoch', WELL],
  },
  'it was too soon': { plant: (n) => n.sudo(A(n).sudo_set_weights_set_rate_limit({ netuid: NETUID, weights_set_rate_limit: 40n })), ask: weightsOf(alice), causes: ['rate-limit', WELL] },
  'its code is too old': { plant: (n) => n.sudo(A(n).sudo_set_weights_version_key({ netuid: NETUID, weights_version_key: 5n })), ask: (n) => n.ask('no-weights', UID.alice, { versionKey: 3n }), causes: ['version-key-too-old', 'version-key-too-old'] },
  'it calls set_weights under commit-reveal': { plant: commitReveal, ask: (n) => n.ask('no-weights', UID.alice, { isPlain: true }), causes: ['commit-reveal-on'] },
  'its commit waits': { plant: async (n) => { await forgetWeights(n); await commitReveal(n); await commit(n); }, ask: weightsOf(alice), causes: ['commit-not-revealed', 'commit-not-revealed'] },
  'its commit has expired': { plant: async (n) => { await forgetWeights(n); await commitReveal(n); await commit(n); await n.client.dev.mine(22); }, ask: weightsOf(alice), causes: ['commit-expired', 'commit-not-revealed'] },
  'the beacon is late': {
    plant: async (n) => {
      await forgetWeights(n);
      await commitReveal(n);
      await n.send([n.S.commit_timelocked_weights({ netuid: NETUID, commit: new Uint8Array(8), reveal_round: 1_000_000_000_000n, commit_reveal_version: 4 }), n.people.aliceHot]);
      await n.epoch();
    },
    ask: weightsOf(alice), causes: ['beacon-round-missing'],
  },
  'it has set none': { plant: forgetWeights, ask: weightsOf(alice), causes: ['no-weights-set', WELL] },
  'they are too old': { plant: beSilent, ask: weightsOf(alice), causes: ['inactive', WELL] },
  'nobody is registered whom they are for': { plant: inOneBlock, ask: weightsOf(alice), causes: ['weights-before-registration', WELL] },
};

describe('why no-incentive', () => plantAll(() => network, INCENTIVE));
describe('why no-dividends', () => plantAll(() => network, DIVIDENDS));
describe('why no-permit', () => plantAll(() => network, PERMIT));
describe('why no-weights', () => plantAll(() => network, WEIGHTS));
