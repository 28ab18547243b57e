/** Names of hyperparameters, and what each takes: from the calls that set them. */

import type { Pallets } from './pallets.ts';
import type { ArgsInput, InputOf } from './inputs.ts';

/** Those whose call is not `AdminUtils.sudo_set_<name>`. A test holds all names against the table that the chain runs on. */
export const HYPERPARAM_CALLS = {
  weights_version: 'AdminUtils.sudo_set_weights_version_key',
  weights_rate_limit: 'AdminUtils.sudo_set_weights_set_rate_limit',
  registration_allowed: 'AdminUtils.sudo_set_network_registration_allowed',
  target_regs_per_interval: 'AdminUtils.sudo_set_target_registrations_per_interval',
  max_regs_per_block: 'AdminUtils.sudo_set_max_registrations_per_block',
  max_validators: 'AdminUtils.sudo_set_max_allowed_validators',
  bonds_moving_avg: 'AdminUtils.sudo_set_bonds_moving_average',
  commit_reveal_period: 'AdminUtils.sudo_set_commit_reveal_weights_interval',
  transfers_enabled: 'AdminUtils.sudo_set_toggle_transfer',
  min_childkey_take: 'AdminUtils.sudo_set_min_childkey_take_per_subnet',
  trim_to_max_allowed_uids: 'AdminUtils.sudo_trim_to_max_allowed_uids',
  toggle_evm_precompile: 'AdminUtils.sudo_toggle_evm_precompile',
  swap_authorities: 'AdminUtils.swap_authorities',
  schedule_grandpa_change: 'AdminUtils.schedule_grandpa_change',
  activity_cutoff_factor: 'SubtensorModule.set_activity_cutoff_factor',
  root_claim_threshold: 'SubtensorModule.sudo_set_root_claim_threshold',
  voting_power_ema_alpha: 'SubtensorModule.sudo_set_voting_power_ema_alpha',
  tx_childkey_take_rate_limit: 'SubtensorModule.sudo_set_tx_childkey_take_rate_limit',
  max_childkey_take: 'SubtensorModule.sudo_set_max_childkey_take',
  pending_childkey_cooldown: 'SubtensorModule.set_pending_childkey_cooldown',
  num_root_claims: 'SubtensorModule.sudo_set_num_root_claims',
  fee_rate: 'Swap.set_fee_rate',
} as const;
type Renamed = typeof HYPERPARAM_CALLS;

type Setters = Pallets['AdminUtils']['calls'];
type BySetter = { [C in keyof Setters]: C extends `sudo_set_${infer Name}` ? Name : never }[keyof Setters];
type UnderOtherName = { [N in keyof Renamed]: Renamed[N] extends `AdminUtils.sudo_set_${infer Name}` ? Name : never }[keyof Renamed];
/** Their calls refuse everybody. */
type Retired = 'network_pow_registration_allowed' | 'total_issuance';

/** As clients spell them. */
export type HyperparamName = Exclude<BySetter, UnderOtherName | Retired> | keyof Renamed;

type CallOf<N extends HyperparamName> = N extends keyof Renamed ? Renamed[N] : `AdminUtils.sudo_set_${N}`;
type ArgsOf<C extends string> = C extends `${infer P}.${infer K}` ? P extends keyof Pallets ? K extends keyof Pallets[P]['calls'] ? Pallets[P]['calls'][K] extends { readonly args: infer A } ? A : never : never : never : never;
type Rest<A> = Omit<A, 'netuid'>;
/** Their values have parts with names. */
type Several = 'alpha_values' | 'toggle_evm_precompile' | 'schedule_grandpa_change';

/** In the chain's unit: amounts `Tao` or rao, shares parts of 65535, fixed-point numbers their bits. */
export type HyperparamValueOf<N extends HyperparamName> =
  N extends Several ? ArgsInput<Rest<ArgsOf<CallOf<N>>>> : Rest<ArgsOf<CallOf<N>>> extends infer A ? InputOf<A[keyof A]> : never;

/** One subnet's, or the whole chain's. */
type Place<N extends HyperparamName> = N extends 'min_childkey_take' ? { readonly netuid?: number | undefined } : 'netuid' extends keyof ArgsOf<CallOf<N>> ? { readonly netuid: number } : { readonly netuid?: undefined };

/** What is set to what. */
export type HyperparamOrder<N extends HyperparamName = HyperparamName> = Place<N> & {
  readonly name: N;
  readonly value: HyperparamValueOf<N>;
  /** In whose name: root's by the chain's sudo key, or the subnet owner's. Default: root's when the wallet's coldkey is that key. */
  readonly by?: 'owner' | 'root';
};
