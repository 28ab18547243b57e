/** Why a hotkey cannot register. In the order in which the chain checks. source: pallets/subtensor/src/subnets/registration.rs, do_register @ 14bc6f9; coinbase/root.rs, do_root_register */

import { amountText } from '../../amounts.ts';
import { shown } from '../../names.ts';
import { at, type Check } from '../check.ts';
import type { AccountFacts, RegistrationFacts } from '../facts/accountFacts.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import type { PruningFacts } from '../facts/pruningFacts.ts';
import { ROOT } from '../facts/subnetFacts.ts';
import { admin, advice, byCalls, keyName, subtensor, wait, type Fix } from '../fix.ts';
import { exists, registrationAllowed, type OnSubnet } from './subnetChecks.ts';

export interface OnRegistration extends OnSubnet {
  readonly neuron: NeuronFacts;
  readonly account: AccountFacts;
  readonly registration: RegistrationFacts;
  readonly pruning: PruningFacts;
  /** The most it may cost, rao. */
  readonly maxCost: bigint | undefined;
}
type RegistrationCheck = Check<OnRegistration>;

const notYet: RegistrationCheck = {
  cause: 'already-registered', says: 'the hotkey has no seat there yet',
  read: ({ subnet, neuron }) => [at('Uids', subnet.netuid, neuron.hotkey)],
  holds: ({ neuron }) => neuron.uid === undefined,
  actual: ({ neuron }) => (neuron.uid === undefined ? 'none' : `uid ${neuron.uid}`), required: () => 'none',
  fix: () => advice('It is registered: nothing to do. For another seat use another hotkey.'),
};

const affordable: RegistrationCheck = {
  cause: 'price-above-limit', says: 'the price is within what it may cost',
  read: ({ subnet }) => [at('Burn', subnet.netuid)],
  holds: ({ maxCost, registration }) => maxCost === undefined || registration.price <= maxCost,
  actual: ({ registration }) => registration.price, required: ({ maxCost }) => maxCost ?? 'no limit given (--max-cost)', unit: 'rao',
  fix: ({ registration }) => advice(`Offer τ${amountText(registration.price, 9)}; or wait: every registration raises the price, and it halves in BurnHalfLife blocks.`),
};

export function fund({ coldkey, free }: AccountFacts, needed: bigint, text: string): Fix {
  const missing = needed - free;
  return { text: `${text} It lacks τ${amountText(missing, 9)}; on a network of your own:`, commands: [`taonet fund ${keyName(coldkey)} ${amountText(missing + SPARE, 9).replaceAll(',', '')}`] };
}
/** For fees. */
const SPARE = 1_000_000_000n;

const balance: RegistrationCheck = {
  cause: 'balance-too-low', says: 'the coldkey can pay the price',
  read: ({ subnet, account }) => [{ item: 'System.Account', keys: [account.coldkey] }, at('Burn', subnet.netuid)],
  holds: ({ account, registration }) => account.free >= registration.price,
  actual: ({ account }) => account.free, required: ({ registration }) => registration.price, unit: 'rao',
  fix: ({ account, registration }) => fund(account, registration.price, `${shown(account.coldkey)} has too little.`),
};

export const ownHotkey: Check<Pick<OnRegistration, 'neuron' | 'account'>> = {
  cause: 'hotkey-of-another', says: 'the hotkey belongs to this coldkey, or to nobody yet',
  read: ({ neuron }) => [at('Owner', neuron.hotkey)],
  holds: ({ neuron, account }) => neuron.coldkey === undefined || neuron.coldkey === account.coldkey,
  actual: ({ neuron }) => (neuron.coldkey === undefined ? 'nobody' : shown(neuron.coldkey)), required: ({ account }) => shown(account.coldkey),
  fix: ({ neuron }) => advice(`Only ${shown(neuron.coldkey!)} may register it: use that coldkey (--wallet-name), or a hotkey of your own: taonet wallet new-hotkey`),
};

const room: RegistrationCheck = {
  cause: 'no-room', says: 'there is a free seat, or somebody who may be pruned',
  read: ({ subnet }) => [at('SubnetworkN', subnet.netuid), at('MaxAllowedUids', subnet.netuid), at('MinNonImmuneUids', subnet.netuid), at('ImmunityPeriod', subnet.netuid), at('ImmuneOwnerUidsLimit', subnet.netuid)],
  holds: ({ pruning }) => pruning.maxUids > 0 && (pruning.neuronCount < pruning.maxUids || pruning.next !== undefined),
  actual: ({ pruning }) => `${pruning.neuronCount} of ${pruning.maxUids} seats taken, ${pruning.immortal.length} by the owner's that never go`, required: () => 'a seat',
  fix: ({ subnet, pruning }) => byCalls('The owner, or root, makes room:', ['root', admin('sudo_set_max_allowed_uids', { netuid: subnet.netuid, max_allowed_uids: Math.max(pruning.neuronCount + 1, LEAST_UIDS) })]),
};
/** MinAllowedUids is 64 unless set otherwise. */
const LEAST_UIDS = 64;

/** The pool buys with the price; it needs something to sell. */
const poolWorks: RegistrationCheck = {
  cause: 'pool-empty', says: 'the subnet\'s pool can take the price',
  read: ({ subnet }) => [at('SubnetTAO', subnet.netuid), at('SubnetAlphaIn', subnet.netuid)],
  holds: ({ subnet }) => subnet.emission.pool.alpha >= LEAST_RESERVE && subnet.emission.pool.tao > 0n,
  actual: ({ subnet }) => subnet.emission.pool.alpha, required: () => LEAST_RESERVE, unit: 'alpha',
  fix: () => advice('Emission refills it: taonet why no-emission'),
};
const LEAST_RESERVE = 1_000_000n;

const rootBlock: RegistrationCheck = {
  cause: 'too-many-this-block', says: 'root takes more members in the next block',
  read: () => [at('RegistrationsThisBlock', ROOT), at('MaxRegistrationsPerBlock', ROOT)],
  // The counter starts anew with every block: only a limit of 0 lasts.
  holds: ({ registration: { root } }) => root.maxPerBlock > 0,
  actual: ({ registration: { root } }) => root.maxPerBlock, required: () => 1,
  fix: () => byCalls('Root allows some:', ['root', admin('sudo_set_max_registrations_per_block', { netuid: ROOT, max_registrations_per_block: 1 })]),
};

const rootInterval: RegistrationCheck = {
  cause: 'too-many-this-interval', says: 'root takes more members in this interval',
  read: () => [at('RegistrationsThisInterval', ROOT), at('TargetRegistrationsPerInterval', ROOT)],
  holds: ({ subnet, registration: { root } }) => (root.thisInterval < root.maxPerInterval || subnet.clock.nextEpochBlock === subnet.block + 1) && root.maxPerInterval > 0,
  actual: ({ registration: { root } }) => root.thisInterval, required: ({ registration: { root } }) => `below ${root.maxPerInterval}`,
  fix: ({ subnet, registration: { root } }) => (root.maxPerInterval === 0 || subnet.clock.nextEpochBlock === undefined
    ? byCalls('Root allows more:', ['root', admin('sudo_set_target_registrations_per_interval', { netuid: ROOT, target_registrations_per_interval: root.thisInterval + 1 })])
    : wait('A new interval begins then.', subnet.clock.nextEpochBlock - 1, subnet.block)),
};

const rootStake: RegistrationCheck = {
  cause: 'stake-too-low-for-root', says: 'root has a free seat, or the hotkey has more root stake than the poorest member',
  read: ({ neuron }) => [at('TotalHotkeyAlpha', neuron.hotkey, ROOT), at('Keys', ROOT)],
  holds: ({ registration: { root } }) => !root.isFull || root.own > root.poorest,
  actual: ({ registration: { root } }) => root.own, required: ({ registration: { root } }) => root.poorest + 1n, unit: 'rao',
  fix: ({ account, neuron, registration: { root } }) => byCalls('Stake more on root:', [{ coldkey: account.coldkey }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: ROOT, amount_staked: root.poorest - root.own + SPARE })]),
};

export const REGISTRATION: readonly RegistrationCheck[] = [exists, registrationAllowed, notYet, affordable, balance, ownHotkey, room, poolWorks];
export const ROOT_REGISTRATION: readonly RegistrationCheck[] = [exists, rootBlock, rootInterval, notYet, ownHotkey, rootStake];
