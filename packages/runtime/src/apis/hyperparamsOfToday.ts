/** Hyperparameters that the rules of June 2026 know. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { S as Swap } from '../pallets/swap/pallet.ts';
import { alphaSigmoidSteepness, bool, tao, u16, u64, yumaVersion } from './hyperparamValues.ts';
import { METAGRAPH_FIELDS, MetagraphSource, type Metagraph } from './metagraphFields.ts';
import type { Hyperparams } from './views.ts';

/**
 * Names and values in upstream's order.
 *
 * source: pallets/subtensor/src/rpc_info/subnet_info.rs, get_subnet_hyperparams_v3 @ 14bc6f9
 */
export function hyperparamsOfToday(ctx: StateCtx, netuid: NetUid): Hyperparams {
  const source = new MetagraphSource(ctx, netuid);
  const of = <N extends keyof Metagraph>(name: N): Metagraph[N] => METAGRAPH_FIELDS[name](source);
  return [
    ['kappa', u16(of('kappa'))],
    ['immunity_period', u16(of('immunity_period'))],
    ['min_allowed_weights', u16(of('min_allowed_weights'))],
    ['max_weights_limit', u16(of('max_weights_limit'))],
    ['tempo', u16(of('tempo'))],
    ['weights_version', u64(of('weights_version'))],
    ['weights_rate_limit', u64(of('weights_rate_limit'))],
    ['activity_cutoff', u64(of('activity_cutoff'))],
    ['activity_cutoff_factor', { type: 'U32', value: S.ActivityCutoffFactorMilli.get(ctx, netuid) }],
    ['registration_allowed', bool(of('registration_allowed'))],
    ['target_regs_per_interval', u16(of('target_regs_per_interval'))],
    ['min_burn', tao(of('min_burn'))],
    ['max_burn', tao(of('max_burn'))],
    ['burn_half_life', u16(S.BurnHalfLife.get(ctx, netuid))],
    ['burn_increase_mult', { type: 'U64F64', value: S.BurnIncreaseMult.get(ctx, netuid) }],
    ['bonds_moving_avg', u64(of('bonds_moving_avg'))],
    ['max_regs_per_block', u16(of('max_regs_per_block'))],
    ['serving_rate_limit', u64(of('serving_rate_limit'))],
    ['max_validators', u16(of('max_validators'))],
    ['commit_reveal_period', u64(of('commit_reveal_period'))],
    ['commit_reveal_weights_enabled', bool(of('commit_reveal_weights_enabled'))],
    ['alpha_high', u16(of('alpha_high'))],
    ['alpha_low', u16(of('alpha_low'))],
    ['liquid_alpha_enabled', bool(of('liquid_alpha_enabled'))],
    ['alpha_sigmoid_steepness', { type: 'I32F32', value: alphaSigmoidSteepness(ctx, netuid) }],
    ['yuma_version', u16(yumaVersion(ctx, netuid))],
    ['subnet_is_active', bool(S.SubtokenEnabled.get(ctx, netuid))],
    ['transfers_enabled', bool(S.TransferToggle.get(ctx, netuid))],
    ['bonds_reset_enabled', bool(S.BondsResetOn.get(ctx, netuid))],
    ['user_liquidity_enabled', bool(Swap.EnabledUserLiquidity.get(ctx, netuid))],
    ['owner_cut_enabled', bool(S.OwnerCutEnabled.get(ctx, netuid))],
    ['owner_cut_auto_lock_enabled', bool(S.OwnerCutAutoLockEnabled.get(ctx, netuid))],
    ['min_childkey_take', u16(Math.max(S.MinChildkeyTake.get(ctx), S.MinChildkeyTakePerSubnet.get(ctx, netuid)))],
  ];
}
