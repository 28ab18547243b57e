/** Why a hotkey cannot register. In the order in which the chain checks. source: pallets/subtensor/src/subnets/registration.rs, do_register @ 14bc6f9, do_burned_registration @ 1b0c63a; coinbase/root.rs, do_root_register */

import { amountText } from '../../amounts.ts';
import { shown } from '../../names.ts';
import { at, under, type Check } from '../check.ts';
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

const withinLimit: RegistrationCheck = {
  cause: 'price-above-limit', says: 'the price is within what it may cost',
  read: ({ subnet }) => [at('Burn', subnet.netuid)],
  holds: ({ maxCost, registration }) => maxCost === undefined || registration.price <= maxCost,
  actual: ({ registration }) => registration.price, required: ({ maxCost }) => maxCost ?? 'no limit given (--max-cost)', unit: 'rao',
  fix: ({ registration }) => advice(`Offer τ${amountText(registration.price, 9)}; or wait: every registration raises the price, and it halves in BurnHalfLife blocks.`),
};
/** In May 2025 the price moved at the end of each interval. */
const affordable: readonly RegistrationCheck[] = [
  under('June2026', withinLimit),
  under('May2025', withinLimit, {
    fix: ({ registration: { price, limits } }) => advice(`Offer τ${amountText(price, DIGITS)}; or wait for block ${limits.renewsAt}: the price falls when an interval brought less than its target, or was mostly by work.`),
  }),
];
const DIGITS = 9;

/** A coldkey that has ordered its swap keeps what it has until then: its transactions are not valid. */
export const noSwapOrdered: Check<OnSubnet & Pick<OnRegistration, 'account'>> = under('May2025', {
  cause: 'coldkey-swap-scheduled', says: 'the coldkey has not ordered that all it has passes to another',
  read: ({ account }) => [at('ColdkeySwapScheduled', account.coldkey)],
  holds: ({ account }) => account.swapBlock === undefined,
  actual: ({ account }) => account.swapBlock ?? 'none', required: () => 'none', unit: 'block',
  fix: ({ subnet, account }) => (account.swapBlock! > subnet.block
    ? wait('Until then it may not stake, register or transfer; afterwards the other coldkey has all of it.', account.swapBlock!, subnet.block)
    : advice('The swap was due then and was refused: the other coldkey must be no hotkey and have no stake. Until another one is ordered and done, it may not stake, register or transfer.')),
});

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

const ownHotkey: RegistrationCheck = {
  cause: 'hotkey-of-another', says: 'the hotkey belongs to this coldkey, or to nobody yet',
  read: ({ neuron }) => [at('Owner', neuron.hotkey)],
  holds: ({ neuron, account }) => neuron.coldkey === undefined || neuron.coldkey === account.coldkey,
  actual: ({ neuron }) => (neuron.coldkey === undefined ? 'nobody' : shown(neuron.coldkey)), required: ({ account }) => shown(account.coldkey),
  fix: ({ neuron }) => advice(`Only ${shown(neuron.coldkey!)} may register it: use that coldkey (--wallet-name), or a hotkey of your own: taonet wallet new-hotkey`),
};

const hasRoom: RegistrationCheck = {
  cause: 'no-room', says: 'there is a free seat, or somebody who may be pruned',
  read: ({ subnet }) => [at('SubnetworkN', subnet.netuid), at('MaxAllowedUids', subnet.netuid), at('MinNonImmuneUids', subnet.netuid), at('ImmunityPeriod', subnet.netuid), at('ImmuneOwnerUidsLimit', subnet.netuid)],
  holds: ({ pruning }) => pruning.maxUids > 0 && (pruning.neuronCount < pruning.maxUids || pruning.next !== undefined),
  actual: ({ pruning }) => `${pruning.neuronCount} of ${pruning.maxUids} seats taken, ${pruning.immortal.length} by the owner's that never go`, required: () => 'a seat',
  fix: ({ subnet, pruning }) => byCalls('The owner, or root, makes room:', ['root', admin('sudo_set_max_allowed_uids', { netuid: subnet.netuid, max_allowed_uids: Math.max(pruning.neuronCount + 1, LEAST_UIDS) })]),
};
/** MinAllowedUids is 64 unless set otherwise. */
const LEAST_UIDS = 64;
/** In May 2025 somebody could always be pruned, were it an immune one. */
const room: readonly RegistrationCheck[] = [
  under('June2026', hasRoom),
  under('May2025', hasRoom, {
    says: 'the subnet has seats at all',
    read: ({ subnet }) => [at('MaxAllowedUids', subnet.netuid)],
    holds: ({ pruning }) => pruning.maxUids > 0,
    actual: ({ pruning }) => pruning.maxUids, required: () => 1,
  }),
];

/** The pool buys with the price; it needs something to sell. In May 2025 an empty one gave nothing, and the seat all the same. */
const poolWorks: RegistrationCheck = under('June2026', {
  cause: 'pool-empty', says: 'the subnet\'s pool can take the price',
  read: ({ subnet }) => [at('SubnetTAO', subnet.netuid), at('SubnetAlphaIn', subnet.netuid)],
  holds: ({ subnet }) => subnet.emission.pool.alpha >= LEAST_RESERVE && subnet.emission.pool.tao > 0n,
  actual: ({ subnet }) => subnet.emission.pool.alpha, required: () => LEAST_RESERVE, unit: 'alpha',
  fix: () => advice('Emission refills it: taonet why no-emission'),
});
const LEAST_RESERVE = 1_000_000n;

const thisBlock: RegistrationCheck = {
  cause: 'too-many-this-block', says: 'it takes more registrations in the next block',
  read: ({ subnet }) => [at('RegistrationsThisBlock', subnet.netuid), at('MaxRegistrationsPerBlock', subnet.netuid)],
  // The counter starts anew with every block: only a limit of 0 lasts.
  holds: ({ registration: { limits } }) => limits.maxPerBlock > 0,
  actual: ({ registration: { limits } }) => limits.maxPerBlock, required: () => 1,
  fix: ({ subnet }) => byCalls('Root allows some:', ['root', admin('sudo_set_max_registrations_per_block', { netuid: subnet.netuid, max_registrations_per_block: 1 })]),
};

const allowMore = ({ subnet, registration: { limits } }: OnRegistration): Fix =>
  byCalls('Root allows more:', ['root', admin('sudo_set_target_registrations_per_interval', { netuid: subnet.netuid, target_registrations_per_interval: limits.thisInterval + 1 })]);

/** Today an interval of root ends with its epoch. */
const thisIntervalOfRoot: RegistrationCheck = under('June2026', {
  cause: 'too-many-this-interval', says: 'root takes more members in this interval',
  read: () => [at('RegistrationsThisInterval', ROOT), at('TargetRegistrationsPerInterval', ROOT)],
  holds: ({ subnet, registration: { limits } }) => (limits.thisInterval < limits.maxPerInterval || subnet.clock.nextEpochBlock === subnet.block + 1) && limits.maxPerInterval > 0,
  actual: ({ registration: { limits } }) => limits.thisInterval, required: ({ registration: { limits } }) => `below ${limits.maxPerInterval}`,
  fix: (facts) => (facts.registration.limits.maxPerInterval === 0 || facts.subnet.clock.nextEpochBlock === undefined
    ? allowMore(facts)
    : wait('A new interval begins then.', facts.subnet.clock.nextEpochBlock - 1, facts.subnet.block)),
});

/** In May 2025 each subnet had intervals of AdjustmentInterval blocks, at whose end the price moved. */
const thisInterval: RegistrationCheck = under('May2025', {
  cause: 'too-many-this-interval', says: 'it takes more registrations in this interval, three times its target',
  read: ({ subnet }) => [at('RegistrationsThisInterval', subnet.netuid), at('TargetRegistrationsPerInterval', subnet.netuid), at('LastAdjustmentBlock', subnet.netuid), at('AdjustmentInterval', subnet.netuid)],
  holds: ({ subnet, registration: { limits } }) => (limits.thisInterval < limits.maxPerInterval || limits.renewsAt <= subnet.block + 1) && limits.maxPerInterval > 0,
  actual: ({ registration: { limits } }) => limits.thisInterval, required: ({ registration: { limits } }) => `below ${limits.maxPerInterval}`,
  fix: (facts) => (facts.registration.limits.maxPerInterval === 0
    ? allowMore(facts)
    : wait('A new interval begins then.', facts.registration.limits.renewsAt - 1, facts.subnet.block)),
});

const rootStake: RegistrationCheck = {
  cause: 'stake-too-low-for-root', says: 'root has a free seat, or the hotkey has more root stake than the poorest member',
  read: ({ neuron }) => [at('TotalHotkeyAlpha', neuron.hotkey, ROOT), at('Keys', ROOT)],
  holds: ({ registration: { root } }) => !root.isFull || root.own > root.poorest,
  actual: ({ registration: { root } }) => root.own, required: ({ registration: { root } }) => root.poorest + 1n, unit: 'rao',
  fix: ({ account, neuron, registration: { root } }) => byCalls('Stake more on root:', [{ coldkey: account.coldkey }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: ROOT, amount_staked: root.poorest - root.own + SPARE })]),
};

export const REGISTRATION: readonly RegistrationCheck[] = [
  exists, noSwapOrdered, ...registrationAllowed, under('May2025', thisBlock), thisInterval, notYet, ...affordable, balance, ownHotkey, ...room, poolWorks,
];
/** In May 2025 anybody could seat anybody's hotkey on root. */
export const ROOT_REGISTRATION: readonly RegistrationCheck[] = [exists, thisBlock, thisIntervalOfRoot, thisInterval, notYet, under('June2026', ownHotkey), rootStake];
