/** That a subnet is there, has been started, and that its epochs come. */

import { at, under, type Check } from '../check.ts';
import { ROOT, type SubnetFacts } from '../facts/subnetFacts.ts';
import { admin, advice, byCalls, subtensor, wait, type Fix } from '../fix.ts';

export interface OnSubnet {
  readonly subnet: SubnetFacts;
}
type SubnetCheck = Check<OnSubnet>;

export const exists: SubnetCheck = {
  cause: 'no-such-subnet', says: 'the subnet exists',
  read: ({ subnet }) => [at('NetworksAdded', subnet.netuid)],
  holds: ({ subnet }) => subnet.exists,
  actual: ({ subnet }) => subnet.exists, required: () => true,
  fix: ({ subnet }) => advice(`There are subnets ${subnet.netuids.join(', ')}. taonet subnets list shows them; register_network makes a new one.`),
};

export const notRoot: SubnetCheck = {
  cause: 'root', says: 'the subnet is not root, which has no epochs, weights or emission of its own',
  read: ({ subnet }) => [at('NetworksAdded', subnet.netuid)],
  holds: ({ subnet }) => subnet.netuid !== ROOT,
  actual: ({ subnet }) => subnet.netuid, required: () => 'above 0',
  fix: () => advice('Stake on root earns on the other subnets: taonet why no-dividends 0 HOTKEY'),
};

export const started: SubnetCheck = {
  cause: 'not-started', says: 'the owner has started the subnet',
  read: ({ subnet }) => [at('FirstEmissionBlockNumber', subnet.netuid)],
  holds: ({ subnet }) => subnet.firstEmissionBlock !== undefined,
  actual: ({ subnet }) => subnet.firstEmissionBlock ?? 'no start_call', required: () => 'start_call by the owner',
  fix: ({ subnet }) => {
    if (BigInt(subnet.block + 1) < subnet.startDelayEnds) return wait('It may not be started before StartCallDelay is over.', Number(subnet.startDelayEnds) - 1, subnet.block);
    return byCalls('The owner starts it:', [{ coldkey: subnet.owner }, subtensor('start_call', { netuid: subnet.netuid })]);
  },
};

/** Trading needs it; emission did not in May 2025. */
export const subtokenEnabled: SubnetCheck = {
  cause: 'subtoken-disabled', says: 'its alpha can be traded',
  read: ({ subnet }) => [at('SubtokenEnabled', subnet.netuid)],
  holds: ({ subnet }) => subnet.subtokenEnabled,
  actual: ({ subnet }) => subnet.subtokenEnabled, required: () => true,
  fix: ({ subnet }) => byCalls('Root enables it:', ['root', admin('sudo_set_subtoken_enabled', { netuid: subnet.netuid, subtoken_enabled: true })]),
};

const registrationOpen: SubnetCheck = {
  cause: 'registration-closed', says: 'the subnet takes neurons; without that it gets no emission either',
  read: ({ subnet }) => [at('NetworkRegistrationAllowed', subnet.netuid)],
  holds: ({ subnet }) => subnet.registrationAllowed,
  actual: ({ subnet }) => subnet.registrationAllowed, required: () => true,
  fix: ({ subnet }) => byCalls('Root opens it:', ['root', admin('sudo_set_network_registration_allowed', { netuid: subnet.netuid, registration_allowed: true })]),
};

/** For TAO; in May 2025 work was another way in. */
export const registrationAllowed: readonly SubnetCheck[] = [
  under('June2026', registrationOpen),
  under('May2025', registrationOpen, {
    says: 'the subnet sells seats',
    fix: ({ subnet }) => byCalls(`${subnet.workAllowed ? `Work is another way in: taonet pow register --netuid ${subnet.netuid}. ` : ''}Root, or the owner, opens it:`, ['root', admin('sudo_set_network_registration_allowed', { netuid: subnet.netuid, registration_allowed: true })]),
  }),
];

/** Where nobody may register emission stops: today all of it, in May 2025 the TAO, and only where work was closed too. */
const admits: readonly SubnetCheck[] = [
  under('June2026', registrationOpen),
  under('May2025', registrationOpen, {
    says: 'the subnet takes neurons, for TAO or by work; without that it gets no TAO',
    read: ({ subnet }) => [at('NetworkRegistrationAllowed', subnet.netuid), at('NetworkPowRegistrationAllowed', subnet.netuid)],
    holds: ({ subnet }) => subnet.registrationAllowed || subnet.workAllowed,
    actual: ({ subnet }) => (subnet.registrationAllowed ? 'for TAO' : subnet.workAllowed ? 'by work' : 'neither'), required: () => 'one of both',
  }),
];

const DEFAULT_TEMPO = 360;

const setTempo = ({ subnet }: OnSubnet, text: string): Fix => byCalls(text, ['root', admin('sudo_set_tempo', { netuid: subnet.netuid, tempo: DEFAULT_TEMPO })]);

const hasTempo: SubnetCheck = {
  cause: 'tempo-0', says: 'the subnet has a tempo, so that epochs come due',
  read: ({ subnet }) => [at('Tempo', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.tempo > 0,
  actual: ({ subnet }) => subnet.clock.tempo, required: () => 1, unit: 'blocks',
  fix: (facts) => setTempo(facts, 'Root sets one (owners may choose from 360 to 50,400):'),
};
export const tempo: readonly SubnetCheck[] = [under('June2026', hasTempo), under('May2025', hasTempo, { fix: (facts) => setTempo(facts, 'Root sets one:') })];

export const consistent: SubnetCheck = under('June2026', {
  cause: 'double-hotkey', says: 'no hotkey has two seats, which would make every epoch be skipped',
  read: ({ subnet }) => [at('Keys', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.doubleHotkey === undefined,
  actual: ({ subnet }) => subnet.clock.doubleHotkey ?? 'none', required: () => 'none',
  fix: ({ subnet }) => advice(`${subnet.clock.doubleHotkey ?? ''} stands twice in Keys: that is damage to the state, which no call repairs.`),
});

const epochHasRun: SubnetCheck = {
  cause: 'first-epoch-not-reached', says: 'an epoch has run since the start',
  read: ({ subnet }) => [at('LastMechansimStepBlock', subnet.netuid), at('LastEpochBlock', subnet.netuid), at('PendingEpochAt', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.lastStepBlock > 0n && subnet.clock.lastStepBlock >= (subnet.firstEmissionBlock ?? 0n),
  actual: ({ subnet }) => subnet.clock.lastStepBlock === 0n ? 'none yet' : subnet.clock.lastStepBlock, required: ({ subnet }) => subnet.firstEmissionBlock ?? 0n, unit: 'block',
  fix: ({ subnet }) => wait('The first epoch has not come yet.', subnet.clock.nextEpochBlock!, subnet.block),
};
/** In May 2025 the block number was the clock. */
export const firstEpoch: readonly SubnetCheck[] = [
  under('June2026', epochHasRun),
  under('May2025', epochHasRun, { read: ({ subnet }) => [at('LastMechansimStepBlock', subnet.netuid), at('Tempo', subnet.netuid)] }),
];

/** What alpha needs to be emitted at all. */
export const EMITS: readonly SubnetCheck[] = [exists, notRoot, started, under('June2026', subtokenEnabled), ...admits];
/** What an epoch needs to run. */
export const EPOCHS: readonly SubnetCheck[] = [...tempo, consistent];
