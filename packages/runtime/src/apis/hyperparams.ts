/** Hyperparameters of a subnet as clients read them: two fixed records and the open list that replaced them. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { I32F32, utf8ToBytes, type NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { ApiFound } from './handlers.ts';
import { MetagraphSource, readFields } from './metagraphFields.ts';

type SubnetHyperparams = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams'>;
type SubnetHyperparamsV2 = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams_v2'>;
type HyperparamEntry = ApiFound<typeof subnetInfoApi, 'get_subnet_hyperparams_v3'>[number];
type HyperparamValue = HyperparamEntry['value'];

const YUMA3 = 3;
const YUMA2 = 2;

/** The fields of the first record; a metagraph shows each of them under the same name. */
const V1_FIELDS = [
  'rho', 'kappa', 'immunity_period', 'min_allowed_weights', 'max_weights_limit', 'tempo', 'min_difficulty', 'max_difficulty', 'weights_version',
  'weights_rate_limit', 'adjustment_interval', 'activity_cutoff', 'registration_allowed', 'target_regs_per_interval', 'min_burn', 'max_burn',
  'bonds_moving_avg', 'max_regs_per_block', 'serving_rate_limit', 'max_validators', 'adjustment_alpha', 'difficulty', 'commit_reveal_period',
  'commit_reveal_weights_enabled', 'alpha_high', 'alpha_low', 'liquid_alpha_enabled',
] as const;

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams @ 14bc6f9 */
export function getSubnetHyperparams(ctx: StateCtx, netuid: NetUid): SubnetHyperparams | undefined {
  return ifSubnetExist(ctx, netuid) ? readFields(new MetagraphSource(ctx, netuid), V1_FIELDS) : undefined;
}

function alphaSigmoidSteepness(ctx: StateCtx, netuid: NetUid): I32F32 {
  return I32F32.fromInt(S.AlphaSigmoidSteepness.get(ctx, netuid));
}

function yumaVersion(ctx: StateCtx, netuid: NetUid): number {
  return S.Yuma3On.get(ctx, netuid) ? YUMA3 : YUMA2;
}

/** source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams_v2 @ 14bc6f9 */
export function getSubnetHyperparamsV2(ctx: StateCtx, netuid: NetUid): SubnetHyperparamsV2 | undefined {
  const first = getSubnetHyperparams(ctx, netuid);
  return first === undefined ? undefined : {
    ...first,
    alpha_sigmoid_steepness: alphaSigmoidSteepness(ctx, netuid),
    yuma_version: yumaVersion(ctx, netuid),
    subnet_is_active: S.SubtokenEnabled.get(ctx, netuid),
    transfers_enabled: S.TransferToggle.get(ctx, netuid),
    bonds_reset_enabled: S.BondsResetOn.get(ctx, netuid),
    user_liquidity_enabled: false,
  };
}

const bool = (value: boolean): HyperparamValue => ({ type: 'Bool', value });
const u16 = (value: number): HyperparamValue => ({ type: 'U16', value });
const u64 = (value: bigint): HyperparamValue => ({ type: 'U64', value });
const tao = (value: bigint): HyperparamValue => ({ type: 'TaoBalance', value });

/**
 * Names and values in upstream's order.
 *
 * source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams_v3 @ 14bc6f9
 */
export function getSubnetHyperparamsV3(ctx: StateCtx, netuid: NetUid): HyperparamEntry[] | undefined {
  const v2 = getSubnetHyperparamsV2(ctx, netuid);
  if (v2 === undefined) return undefined;
  const list: readonly [string, HyperparamValue][] = [
    ['kappa', u16(v2.kappa)],
    ['immunity_period', u16(v2.immunity_period)],
    ['min_allowed_weights', u16(v2.min_allowed_weights)],
    ['max_weights_limit', u16(v2.max_weights_limit)],
    ['tempo', u16(v2.tempo)],
    ['weights_version', u64(v2.weights_version)],
    ['weights_rate_limit', u64(v2.weights_rate_limit)],
    ['activity_cutoff', u64(v2.activity_cutoff)],
    ['activity_cutoff_factor', { type: 'U32', value: S.ActivityCutoffFactorMilli.get(ctx, netuid) }],
    ['registration_allowed', bool(v2.registration_allowed)],
    ['target_regs_per_interval', u16(v2.target_regs_per_interval)],
    ['min_burn', tao(v2.min_burn)],
    ['max_burn', tao(v2.max_burn)],
    ['burn_half_life', u16(S.BurnHalfLife.get(ctx, netuid))],
    ['burn_increase_mult', { type: 'U64F64', value: S.BurnIncreaseMult.get(ctx, netuid) }],
    ['bonds_moving_avg', u64(v2.bonds_moving_avg)],
    ['max_regs_per_block', u16(v2.max_regs_per_block)],
    ['serving_rate_limit', u64(v2.serving_rate_limit)],
    ['max_validators', u16(v2.max_validators)],
    ['commit_reveal_period', u64(v2.commit_reveal_period)],
    ['commit_reveal_weights_enabled', bool(v2.commit_reveal_weights_enabled)],
    ['alpha_high', u16(v2.alpha_high)],
    ['alpha_low', u16(v2.alpha_low)],
    ['liquid_alpha_enabled', bool(v2.liquid_alpha_enabled)],
    ['alpha_sigmoid_steepness', { type: 'I32F32', value: v2.alpha_sigmoid_steepness }],
    ['yuma_version', u16(v2.yuma_version)],
    ['subnet_is_active', bool(v2.subnet_is_active)],
    ['transfers_enabled', bool(v2.transfers_enabled)],
    ['bonds_reset_enabled', bool(v2.bonds_reset_enabled)],
    ['user_liquidity_enabled', bool(v2.user_liquidity_enabled)],
    ['owner_cut_enabled', bool(S.OwnerCutEnabled.get(ctx, netuid))],
    ['owner_cut_auto_lock_enabled', bool(S.OwnerCutAutoLockEnabled.get(ctx, netuid))],
    ['min_childkey_take', u16(Math.max(S.MinChildkeyTake.get(ctx), S.MinChildkeyTakePerSubnet.get(ctx, netuid)))],
  ];
  return list.map(([name, value]) => ({ name: utf8ToBytes(name), value }));
}
