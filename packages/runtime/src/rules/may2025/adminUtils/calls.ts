/** Calls of pallet AdminUtils. Those that came later have no meaning; authorities, the EVM's settings and the like are today's. source: pallets/admin-utils/src/lib.rs @ 1b0c63a */

import type { adminUtils } from '@taonet/abi';
import type { CallHandlers } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { chainSettings } from '../../../pallets/adminUtils/chainSettings.ts';
import { E as AdminE, Ev as AdminEv } from '../../../pallets/adminUtils/pallet.ts';
import { E, Ev, S } from '../pallet.ts';
import { clearSmallNominations } from '../staking/smallNominations.ts';
import { getNominatorMinRequiredStake } from '../staking/stakeAmounts.ts';
import { ensureVersionKeyOrder, setAlphaValues, setOwnerHotkey, setSnOwnerHotkey } from './ownerSettings.ts';
import { byOwner, byRoot, exists, global, write } from './settings.ts';

type AdminHandlers = CallHandlers<(typeof adminUtils)['calls']>;

/** An owner slows bonds down to so many millionths only. */
const BONDS_MOVING_AVERAGE_OWNER_MAX = 975_000n;

const ofOwners: AdminHandlers = {
  sudo_set_serving_rate_limit: byOwner(write('serving_rate_limit', S.ServingRateLimit, Ev.ServingRateLimitSet)),
  sudo_set_max_difficulty: byOwner(write('max_difficulty', S.MaxDifficulty, Ev.MaxDifficultySet), exists),
  sudo_set_weights_version_key: byOwner(write('weights_version_key', S.WeightsVersionKey, Ev.WeightsVersionKeySet), exists, ensureVersionKeyOrder),
  sudo_set_adjustment_alpha: byOwner(write('adjustment_alpha', S.AdjustmentAlpha, Ev.AdjustmentAlphaSet), exists),
  sudo_set_max_weight_limit: byOwner(write('max_weight_limit', S.MaxWeightsLimit, Ev.MaxWeightLimitSet), exists),
  sudo_set_immunity_period: byOwner(write('immunity_period', S.ImmunityPeriod, Ev.ImmunityPeriodSet), exists),
  sudo_set_min_allowed_weights: byOwner(write('min_allowed_weights', S.MinAllowedWeights, Ev.MinAllowedWeightSet), exists),
  sudo_set_kappa: byOwner(write('kappa', S.Kappa, Ev.KappaSet), exists),
  sudo_set_rho: byOwner(write('rho', S.Rho), exists),
  sudo_set_activity_cutoff: byOwner(write('activity_cutoff', S.ActivityCutoff, Ev.ActivityCutoffSet), exists, (ctx, { netuid, activity_cutoff: value }) => {
    const min = S.MinActivityCutoff.get(ctx);
    ensure(value >= min, E.ActivityCutoffTooLow, { netuid, actual: value, required: min });
  }),
  sudo_set_network_registration_allowed: byOwner(write('registration_allowed', S.NetworkRegistrationAllowed, Ev.RegistrationAllowed)),
  sudo_set_network_pow_registration_allowed: byOwner(write('registration_allowed', S.NetworkPowRegistrationAllowed, Ev.PowRegistrationAllowed)),
  sudo_set_bonds_moving_average: byOwner(write('bonds_moving_average', S.BondsMovingAverage, Ev.BondsMovingAverageSet), (_ctx, { netuid, bonds_moving_average: value }, origin) => {
    if (origin.kind === 'signed') ensure(value <= BONDS_MOVING_AVERAGE_OWNER_MAX, AdminE.BondsMovingAverageMaxReached, { netuid, actual: value, required: BONDS_MOVING_AVERAGE_OWNER_MAX });
  }, exists),
  sudo_set_bonds_penalty: byOwner(write('bonds_penalty', S.BondsPenalty, Ev.BondsPenaltySet), exists),
  sudo_set_commit_reveal_weights_enabled: byOwner(write('enabled', S.CommitRevealWeightsEnabled, Ev.CommitRevealEnabled), exists),
  sudo_set_commit_reveal_weights_interval: byOwner(write('interval', S.RevealPeriodEpochs, Ev.CommitRevealPeriodsSet), exists),
  sudo_set_liquid_alpha_enabled: byOwner(write('enabled', S.LiquidAlphaOn)),
  sudo_set_alpha_values: setAlphaValues,
  sudo_set_toggle_transfer: byOwner(write('toggle', S.TransferToggle, Ev.TransferToggle)),
  sudo_set_yuma3_enabled: byOwner(write('enabled', S.Yuma3On, ([netuid, enabled]) => AdminEv.Yuma3EnableToggled({ netuid, enabled }))),
  sudo_set_subnet_owner_hotkey: setOwnerHotkey,
  sudo_set_sn_owner_hotkey: setSnOwnerHotkey,
};

const ofRootOnSubnets: AdminHandlers = {
  sudo_set_min_difficulty: byRoot(write('min_difficulty', S.MinDifficulty, Ev.MinDifficultySet), exists),
  sudo_set_difficulty: byRoot(write('difficulty', S.Difficulty, Ev.DifficultySet), exists),
  sudo_set_weights_set_rate_limit: byRoot(write('weights_set_rate_limit', S.WeightsSetRateLimit, Ev.WeightsSetRateLimitSet), exists),
  sudo_set_adjustment_interval: byRoot(write('adjustment_interval', S.AdjustmentInterval, Ev.AdjustmentIntervalSet), exists),
  sudo_set_max_allowed_uids: byRoot(write('max_allowed_uids', S.MaxAllowedUids, Ev.MaxAllowedUidsSet), exists, (ctx, { netuid, max_allowed_uids: value }) => {
    const neurons = S.SubnetworkN.get(ctx, netuid);
    ensure(neurons < value, AdminE.MaxAllowedUIdsLessThanCurrentUIds, { netuid, actual: value, required: neurons + 1 });
  }),
  sudo_set_max_allowed_validators: byRoot(write('max_allowed_validators', S.MaxAllowedValidators, Ev.MaxAllowedValidatorsSet), exists, (ctx, { netuid, max_allowed_validators: value }) => {
    const uids = S.MaxAllowedUids.get(ctx, netuid);
    ensure(value <= uids, AdminE.MaxValidatorsLargerThanMaxUIds, { netuid, actual: value, required: uids });
  }),
  sudo_set_target_registrations_per_interval: byRoot(write('target_registrations_per_interval', S.TargetRegistrationsPerInterval, Ev.RegistrationPerIntervalSet), exists),
  sudo_set_max_registrations_per_block: byRoot(write('max_registrations_per_block', S.MaxRegistrationsPerBlock, Ev.MaxRegistrationsPerBlockSet), exists),
  sudo_set_min_burn: byRoot(write('min_burn', S.MinBurn, Ev.MinBurnSet), exists),
  sudo_set_max_burn: byRoot(write('max_burn', S.MaxBurn, Ev.MaxBurnSet), exists),
  sudo_set_tempo: byRoot(write('tempo', S.Tempo, Ev.TempoSet), exists),
  sudo_set_rao_recycled: byRoot(write('rao_recycled', S.RAORecycledForRegistration, Ev.RAORecycledForRegistrationSet), exists),
  sudo_set_ema_price_halving_period: byRoot(write('ema_halving', S.EMAPriceHalvingBlocks)),
  sudo_set_alpha_sigmoid_steepness: byRoot(write('steepness', S.AlphaSigmoidSteepness)),
  sudo_set_subtoken_enabled: byRoot(write('subtoken_enabled', S.SubtokenEnabled)),
  /** Does nothing any more. */
  sudo_set_network_max_stake: byRoot(() => undefined),
};

const ofRoot: AdminHandlers = {
  sudo_set_default_take: global('default_take', S.MaxDelegateTake, Ev.MaxDelegateTakeSet),
  sudo_set_min_delegate_take: global('take', S.MinDelegateTake, Ev.MinDelegateTakeSet),
  sudo_set_tx_rate_limit: global('tx_rate_limit', S.TxRateLimit, Ev.TxRateLimitSet),
  sudo_set_tx_delegate_take_rate_limit: global('tx_rate_limit', S.TxDelegateTakeRateLimit, Ev.TxDelegateTakeRateLimitSet),
  sudo_set_subnet_owner_cut: global('subnet_owner_cut', S.SubnetOwnerCut, Ev.SubnetOwnerCutSet),
  sudo_set_network_rate_limit: global('rate_limit', S.NetworkRateLimit, Ev.NetworkRateLimitSet),
  sudo_set_total_issuance: global('total_issuance', S.TotalIssuance),
  sudo_set_network_immunity_period: global('immunity_period', S.NetworkImmunityPeriod, Ev.NetworkImmunityPeriodSet),
  sudo_set_network_min_lock_cost: global('lock_cost', S.NetworkMinLockCost, Ev.NetworkMinLockCostSet),
  /** Does nothing any more. */
  sudo_set_subnet_limit: byRoot(() => undefined),
  sudo_set_lock_reduction_interval: global('interval', S.NetworkLockReductionInterval, Ev.NetworkLockCostReductionIntervalSet),
  sudo_set_stake_threshold: global('min_stake', S.StakeThreshold, Ev.StakeThresholdSet),
  /** An amount of alpha. Where it rises, every smaller nomination is ended. */
  sudo_set_nominator_min_required_stake: byRoot((ctx, { min_stake: alpha }) => {
    const before = getNominatorMinRequiredStake(ctx);
    S.NominatorMinRequiredStake.set(ctx, alpha);
    if (alpha > before) clearSmallNominations(ctx);
  }),
  sudo_set_coldkey_swap_schedule_duration: global('duration', S.ColdkeySwapScheduleDuration, Ev.ColdkeySwapScheduleDurationSet),
  sudo_set_dissolve_network_schedule_duration: global('duration', S.DissolveNetworkScheduleDuration, Ev.DissolveNetworkScheduleDurationSet),
  sudo_set_subnet_moving_alpha: global('alpha', S.SubnetMovingAlpha),
};

export const adminCalls: AdminHandlers = {
  ...ofOwners,
  ...ofRootOnSubnets,
  ...ofRoot,
  ...Object.fromEntries(chainSettings.map(({ call, handler }) => [call, handler])),
};
