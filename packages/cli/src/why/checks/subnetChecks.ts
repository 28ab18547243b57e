/** That a subnet is there, has been started, and that its epochs come. */

import { at, type Check } from '../check.ts';
import { ROOT, type SubnetFacts } from '../facts/subnetFacts.ts';
import { admin, advice, byCalls, subtensor, wait } from '../fix.ts';

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

export const subtokenEnabled: SubnetCheck = {
  cause: 'subtoken-disabled', says: 'its alpha can be traded',
  read: ({ subnet }) => [at('SubtokenEnabled', subnet.netuid)],
  holds: ({ subnet }) => subnet.subtokenEnabled,
  actual: ({ subnet }) => subnet.subtokenEnabled, required: () => true,
  fix: ({ subnet }) => byCalls('Root enables it:', ['root', admin('sudo_set_subtoken_enabled', { netuid: subnet.netuid, subtoken_enabled: true })]),
};

export const registrationAllowed: SubnetCheck = {
  cause: 'registration-closed', says: 'the subnet takes neurons; without that it gets no emission either',
  read: ({ subnet }) => [at('NetworkRegistrationAllowed', subnet.netuid)],
  holds: ({ subnet }) => subnet.registrationAllowed,
  actual: ({ subnet }) => subnet.registrationAllowed, required: () => true,
  fix: ({ subnet }) => byCalls('Root opens it:', ['root', admin('sudo_set_network_registration_allowed', { netuid: subnet.netuid, registration_allowed: true })]),
};

const DEFAULT_TEMPO = 360;

export const tempo: SubnetCheck = {
  cause: 'tempo-0', says: 'the subnet has a tempo, so that epochs come due',
  read: ({ subnet }) => [at('Tempo', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.tempo > 0,
  actual: ({ subnet }) => subnet.clock.tempo, required: () => 1, unit: 'blocks',
  fix: ({ subnet }) => byCalls('Root sets one (owners may choose from 360 to 50,400):', ['root', admin('sudo_set_tempo', { netuid: subnet.netuid, tempo: DEFAULT_TEMPO })]),
};

export const consistent: SubnetCheck = {
  cause: 'double-hotkey', says: 'no hotkey has two seats, which would make every epoch be skipped',
  read: ({ subnet }) => [at('Keys', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.doubleHotkey === undefined,
  actual: ({ subnet }) => subnet.clock.doubleHotkey ?? 'none', required: () => 'none',
  fix: ({ subnet }) => advice(`${subnet.clock.doubleHotkey ?? ''} stands twice in Keys: that is damage to the state, which no call repairs.`),
};

export const firstEpoch: SubnetCheck = {
  cause: 'first-epoch-not-reached', says: 'an epoch has run since the start',
  read: ({ subnet }) => [at('LastMechansimStepBlock', subnet.netuid), at('LastEpochBlock', subnet.netuid), at('PendingEpochAt', subnet.netuid)],
  holds: ({ subnet }) => subnet.clock.lastStepBlock > 0n && subnet.clock.lastStepBlock >= (subnet.firstEmissionBlock ?? 0n),
  actual: ({ subnet }) => subnet.clock.lastStepBlock === 0n ? 'none yet' : subnet.clock.lastStepBlock, required: ({ subnet }) => subnet.firstEmissionBlock ?? 0n, unit: 'block',
  fix: ({ subnet }) => wait('The first epoch has not come yet.', subnet.clock.nextEpochBlock!, subnet.block),
};

/** What alpha needs to be emitted at all. */
export const EMITS: readonly SubnetCheck[] = [exists, notRoot, started, subtokenEnabled, registrationAllowed];
/** What an epoch needs to run. */
export const EPOCHS: readonly SubnetCheck[] = [tempo, consistent];
