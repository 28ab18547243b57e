import { startNode, type RunningNode } from '@taonet/node';
import { hyperparameterRows } from '@taonet/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, devKey, tao, TaonetError, wallet, type DevClient, type HyperparamName } from '../src/index.ts';
import { HYPERPARAM_CALLS } from '../src/typed/hyperparams.ts';

let node: RunningNode;
let c: DevClient;
beforeAll(async () => {
  node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'instant', seed: 1 });
  c = await connect(node, { wallet: wallet.dev('alice') });
});
afterAll(() => node.close());

const failure = async (work: Promise<unknown>): Promise<TaonetError> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof TaonetError)) throw error ?? new Error('it went through');
  return error;
};

/** The compiler holds each name against the type; a missing or a wrong one does not compile. */
const NAMES: Readonly<Record<HyperparamName, true>> = {
  default_take: true, tx_rate_limit: true, serving_rate_limit: true, min_difficulty: true, max_difficulty: true, weights_version: true, weights_rate_limit: true,
  adjustment_interval: true, adjustment_alpha: true, immunity_period: true, min_allowed_weights: true, max_allowed_uids: true, kappa: true, rho: true,
  activity_cutoff: true, registration_allowed: true, target_regs_per_interval: true, min_burn: true, max_burn: true, difficulty: true, max_validators: true,
  bonds_moving_avg: true, max_regs_per_block: true, subnet_owner_cut: true, network_rate_limit: true, tempo: true, network_immunity_period: true,
  network_min_lock_cost: true, subnet_limit: true, lock_reduction_interval: true, rao_recycled: true, stake_threshold: true, nominator_min_required_stake: true,
  tx_delegate_take_rate_limit: true, min_delegate_take: true, commit_reveal_weights_enabled: true, liquid_alpha_enabled: true, alpha_values: true,
  dissolve_network_schedule_duration: true, commit_reveal_period: true, evm_chain_id: true, schedule_grandpa_change: true, swap_authorities: true, bonds_penalty: true,
  transfers_enabled: true, toggle_evm_precompile: true, subnet_moving_alpha: true, subnet_owner_hotkey: true, ema_price_halving_period: true, subtoken_enabled: true,
  sn_owner_hotkey: true, alpha_sigmoid_steepness: true, yuma3_enabled: true, bonds_reset_enabled: true, commit_reveal_version: true, owner_immune_neuron_limit: true,
  ck_burn: true, admin_freeze_window: true, owner_hparam_rate_limit: true, mechanism_count: true, mechanism_emission_split: true, trim_to_max_allowed_uids: true,
  min_allowed_uids: true, recycle_or_burn: true, tao_flow_cutoff: true, tao_flow_normalization_exponent: true, tao_flow_smoothing_factor: true,
  min_non_immune_uids: true, start_call_delay: true, coldkey_swap_announcement_delay: true, coldkey_swap_reannouncement_delay: true, max_mechanism_count: true,
  burn_half_life: true, burn_increase_mult: true, net_tao_flow_enabled: true, owner_cut_enabled: true, min_childkey_take: true, subnet_emission_enabled: true,
  owner_cut_auto_lock_enabled: true, max_epochs_per_block: true, activity_cutoff_factor: true, root_claim_threshold: true, voting_power_ema_alpha: true, fee_rate: true,
  tx_childkey_take_rate_limit: true, max_childkey_take: true, pending_childkey_cooldown: true, num_root_claims: true,
  max_weight_limit: true, network_max_stake: true, coldkey_swap_schedule_duration: true,
};
/** Their calls are gone since; networks under the rules of May 2025 have them. */
const OF_MAY_2025 = ['max_weight_limit', 'network_max_stake', 'coldkey_swap_schedule_duration'];

test('the names and calls are those of the table that the chain runs on', () => {
  const rows = hyperparameterRows();
  const names = Object.keys(NAMES).filter((name) => !OF_MAY_2025.includes(name));
  expect(names.sort()).toEqual([...new Set(rows.map(({ name }) => name).filter((name) => !OF_MAY_2025.includes(name)))].sort());
  const calls = new Set(rows.map(({ name, call }) => `${name} ${call}`));
  for (const name of names) expect(calls).toContain(`${name} ${(HYPERPARAM_CALLS as Readonly<Record<string, string>>)[name] ?? `AdminUtils.sudo_set_${name}`}`);
});

test('by root: of a subnet, of the chain, with parts', async () => {
  await c.setHyperparam({ netuid: 1, name: 'tempo', value: 33 }).send();
  await c.setHyperparam({ netuid: 1, name: 'min_burn', value: tao('0.001') }).send();
  await c.setHyperparam({ netuid: 1, name: 'liquid_alpha_enabled', value: true }).send();
  const plan = await c.setHyperparam({ name: 'tx_rate_limit', value: 5 }).plan();
  expect([plan.name, plan.refusal]).toEqual(['Sudo.sudo', undefined]);
  await plan.send();
  await c.setHyperparam({ netuid: 1, name: 'alpha_values', value: { alpha_low: 1_700, alpha_high: 50_000 } }).send();
  await c.setHyperparam({ name: 'min_childkey_take', value: 100 }).send();
  await c.setHyperparam({ netuid: 1, name: 'min_childkey_take', value: 200 }).send();
  const S = c.query.SubtensorModule;
  expect(await Promise.all([S.Tempo(1), S.MinBurn(1), S.LiquidAlphaOn(1), S.TxRateLimit(), S.AlphaValues(1), S.MinChildkeyTake(), S.MinChildkeyTakePerSubnet(1)])).toEqual([33, 1_000_000n, true, 5n, [1_700, 50_000], 100, 200]);
});

test('by an owner: its own calls, and refusals with their reason', async () => {
  const bob = c.as(wallet.dev('bob', { hotkey: await devKey('//Bob//owner') }));
  const [netuid] = (await bob.registerSubnet().send()).find('SubtensorModule.NetworkAdded')!;
  const tempo = bob.setHyperparam({ netuid, name: 'tempo', value: 400 });
  expect((await tempo.plan()).name).toBe('SubtensorModule.set_tempo');
  expect((await tempo.send()).call).toBe('SubtensorModule.set_tempo');
  expect((await bob.setHyperparam({ netuid, name: 'transfers_enabled', value: false }).send()).call).toBe('AdminUtils.sudo_set_toggle_transfer');
  expect((await failure(bob.setHyperparam({ netuid: 1, name: 'rho', value: 11 }).send())).code).toBe('BadOrigin');
  expect((await c.setHyperparam({ netuid, name: 'tempo', value: 500, by: 'owner' }).plan()).refusal?.code).toBe('BadOrigin');
});

test('what does not fit is told, and does not compile', async () => {
  // @ts-expect-error a subnet is missing
  expect((await failure(c.setHyperparam({ name: 'tempo', value: 5 }).plan())).message).toContain('a subnet');
  // @ts-expect-error the chain's own
  expect((await failure(c.setHyperparam({ netuid: 1, name: 'tx_rate_limit', value: 5n }).plan())).message).toContain('the whole chain');
  // @ts-expect-error no such name
  expect((await failure(c.setHyperparam({ netuid: 1, name: 'no_such', value: 5 }).plan())).code).toBe('NotOnThisChain');
  // @ts-expect-error a flag
  expect((await failure(c.setHyperparam({ netuid: 1, name: 'yuma3_enabled', value: 5 }).plan())).code).toBe('BadInput');
});
