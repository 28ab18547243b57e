/** Hyperparameters that the rules of May 2025 know, in the form of today's open list. source: pallets/subtensor/src/rpc_info/subnet_info.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { alphaSigmoidSteepness, bool, tao, u16, u64, yumaVersion } from '../../../apis/hyperparamValues.ts';
import { MetagraphSource, type Metagraph } from '../../../apis/metagraphFields.ts';
import type { Hyperparams } from '../../../apis/views.ts';
import { S } from '../pallet.ts';
import { FIELDS_OF_MAY_2025 } from './fields.ts';

export function hyperparamsOfMay2025(ctx: StateCtx, netuid: NetUid): Hyperparams {
  const source = new MetagraphSource(ctx, netuid);
  const of = <N extends keyof Metagraph>(name: N): Metagraph[N] => FIELDS_OF_MAY_2025[name](source);
  return [
    ['rho', u16(of('rho'))],
    ['kappa', u16(of('kappa'))],
    ['immunity_period', u16(of('immunity_period'))],
    ['min_allowed_weights', u16(of('min_allowed_weights'))],
    ['max_weights_limit', u16(of('max_weights_limit'))],
    ['tempo', u16(of('tempo'))],
    ['min_difficulty', u64(of('min_difficulty'))],
    ['max_difficulty', u64(of('max_difficulty'))],
    ['weights_version', u64(of('weights_version'))],
    ['weights_rate_limit', u64(of('weights_rate_limit'))],
    ['adjustment_interval', u16(of('adjustment_interval'))],
    ['activity_cutoff', u64(of('activity_cutoff'))],
    ['registration_allowed', bool(of('registration_allowed'))],
    ['pow_registration_allowed', bool(of('pow_registration_allowed'))],
    ['target_regs_per_interval', u16(of('target_regs_per_interval'))],
    ['min_burn', tao(of('min_burn'))],
    ['max_burn', tao(of('max_burn'))],
    ['bonds_moving_avg', u64(of('bonds_moving_avg'))],
    ['max_regs_per_block', u16(of('max_regs_per_block'))],
    ['serving_rate_limit', u64(of('serving_rate_limit'))],
    ['max_validators', u16(of('max_validators'))],
    ['adjustment_alpha', u64(of('adjustment_alpha'))],
    ['difficulty', u64(of('difficulty'))],
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
  ];
}
