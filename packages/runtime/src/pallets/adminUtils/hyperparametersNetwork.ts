/** Hyperparameters of the whole chain; root sets them. */

import { U64F64, type Fixed } from '@taonet/primitives';
import { Ev, S } from '../subtensor/pallet.ts';
import { clearSmallNominations } from '../subtensor/staking/smallNominations.ts';
import { getNominatorMinRequiredStake } from '../subtensor/staking/stakeLimits.ts';
import { doSetMaxMechanismCount } from '../subtensor/subnets/mechanism.ts';
import { atLeast, within } from './checks.ts';
import { global, retired, type Hyperparameter } from './hyperparameter.ts';
import { E } from './pallet.ts';

const TWO: Fixed<'U64F64'> = U64F64.fromInt(2);

/** source: pallets/admin-utils/src/lib.rs @ 14bc6f9 */
export const networkHyperparameters: readonly Hyperparameter[] = [
  global('sudo_set_default_take', S.MaxDelegateTake, {
    who: 'root', unit: 'parts of 65535', events: [Ev.MaxDelegateTakeSet],
    docs: 'Highest take a delegate may ask for, and the take of those who never set one.',
    effect: 'Writes the maximum, not a default, despite its name.',
  }),
  global('sudo_set_min_delegate_take', S.MinDelegateTake, {
    who: 'root', unit: 'parts of 65535', events: [Ev.MinDelegateTakeSet],
    docs: 'Lowest take a delegate may ask for.',
  }),
  global('sudo_set_tx_rate_limit', S.TxRateLimit, {
    who: 'root', unit: 'blocks', events: [Ev.TxRateLimitSet],
    docs: 'Blocks between two hotkey swaps of one coldkey.',
  }),
  global('sudo_set_tx_delegate_take_rate_limit', S.TxDelegateTakeRateLimit, {
    who: 'root', unit: 'blocks', events: [Ev.TxDelegateTakeRateLimitSet],
    docs: 'Blocks that must have passed before a delegate may raise its take again.',
  }),
  global('sudo_set_subnet_owner_cut', S.SubnetOwnerCut, {
    who: 'root', unit: 'parts of 65535', events: [Ev.SubnetOwnerCutSet],
    docs: 'Part of a subnet\'s alpha emission that goes to its owner.',
  }),
  global('sudo_set_network_rate_limit', S.NetworkRateLimit, {
    who: 'root', unit: 'blocks', events: [Ev.NetworkRateLimitSet],
    docs: 'Blocks between two registrations of subnets.',
  }),
  global('sudo_set_network_immunity_period', S.NetworkImmunityPeriod, {
    who: 'root', unit: 'blocks', events: [Ev.NetworkImmunityPeriodSet],
    docs: 'Age below which a subnet is not pruned to make room for a new one.',
  }),
  global('sudo_set_network_min_lock_cost', S.NetworkMinLockCost, {
    who: 'root', unit: 'rao', events: [Ev.NetworkMinLockCostSet],
    docs: 'Lowest price of registering a subnet.',
  }),
  global('sudo_set_lock_reduction_interval', S.NetworkLockReductionInterval, {
    who: 'root', unit: 'blocks', events: [Ev.NetworkLockCostReductionIntervalSet],
    docs: 'Blocks in which the price of registering a subnet falls by the last price paid; shortened with the block emission.',
  }),
  global('sudo_set_subnet_limit', S.SubnetLimit, {
    who: 'root', unit: 'subnets', events: [Ev.SubnetLimitSet],
    docs: 'How many subnets there may be, root not counted. Above it a registration prunes one.',
  }),
  global('sudo_set_stake_threshold', S.StakeThreshold, {
    who: 'root', unit: 'stake weight', events: [Ev.StakeThresholdSet],
    docs: 'Stake weight a hotkey needs to set weights, to have children and to count in the epoch.',
  }),
  global('sudo_set_nominator_min_required_stake', S.NominatorMinRequiredStake, {
    who: 'root', unit: 'millionths of the minimum stake',
    docs: 'Smallest stake on somebody else\'s hotkey, as a factor of the smallest stake that can be added.',
    effect: 'When the factor is above the minimum in force before (in rao), every smaller nomination is unstaked.',
    // The new factor is compared with the old amount, in rao: upstream's units do not match, and neither do ours.
    onSet: (ctx, factor) => {
      const before = getNominatorMinRequiredStake(ctx);
      S.NominatorMinRequiredStake.set(ctx, factor);
      if (factor > before) clearSmallNominations(ctx);
    },
  }),
  global('sudo_set_dissolve_network_schedule_duration', S.DissolveNetworkScheduleDuration, {
    who: 'root', unit: 'blocks', events: [Ev.DissolveNetworkScheduleDurationSet],
    docs: 'Blocks between scheduling and dissolving a subnet. Nothing reads it any more.',
  }),
  global('sudo_set_subnet_moving_alpha', S.SubnetMovingAlpha, {
    who: 'root', unit: 'bits of I96F32',
    docs: 'Weight of the present price in a subnet\'s moving price, before it is slowed down by the subnet\'s age.',
  }),
  global('sudo_set_commit_reveal_version', S.CommitRevealWeightsVersion, {
    who: 'root', unit: 'version', events: [Ev.CommitRevealVersionSet],
    docs: 'Version that timelocked weight commits must carry.',
  }),
  global('sudo_set_ck_burn', S.CKBurn, {
    who: 'root', unit: 'parts of 2^64 - 1',
    docs: 'Part of what a child earns for parents of other owners that is recycled.',
  }),
  global('sudo_set_admin_freeze_window', S.AdminFreezeWindow, {
    who: 'root', unit: 'blocks', events: [Ev.AdminFreezeWindowSet],
    docs: 'Last blocks before an epoch in which a subnet\'s parameters stay as they are; 0 for none.',
  }),
  global('sudo_set_owner_hparam_rate_limit', S.OwnerHyperparamRateLimit, {
    who: 'root', unit: 'tempos', events: [Ev.OwnerHyperparamRateLimitSet],
    docs: 'Tempos between two changes of the same hyperparameter by a subnet\'s owner.',
  }),
  global('sudo_set_tao_flow_cutoff', S.TaoFlowCutoff, {
    who: 'root', unit: 'bits of I64F64',
    docs: 'Flow of TAO that a subnet had to exceed for emission. Nothing reads it any more.',
  }),
  global('sudo_set_tao_flow_normalization_exponent', S.FlowNormExponent, {
    who: 'root', unit: 'bits of U64F64', checks: [within(U64F64.one, TWO, E.InvalidValue, '1 to 2')],
    docs: 'Exponent of the flows when they divided the emission. Nothing reads it any more.',
  }),
  global('sudo_set_tao_flow_smoothing_factor', S.FlowEmaSmoothingFactor, {
    who: 'root', unit: 'parts of 2^64 - 1',
    docs: 'Weight of a block in a subnet\'s averaged flow. Nothing reads it any more.',
  }),
  global('sudo_set_net_tao_flow_enabled', S.NetTaoFlowEnabled, {
    who: 'root', unit: 'flag',
    docs: 'Whether protocol flows counted in a subnet\'s flow too. Nothing reads it any more.',
  }),
  global('sudo_set_start_call_delay', S.StartCallDelay, {
    who: 'root', unit: 'blocks', events: [Ev.StartCallDelaySet],
    docs: 'Age a subnet must have before its owner may start it.',
  }),
  global('sudo_set_coldkey_swap_announcement_delay', S.ColdkeySwapAnnouncementDelay, {
    who: 'root', unit: 'blocks', events: [Ev.ColdkeySwapAnnouncementDelaySet],
    docs: 'Blocks between announcing a coldkey swap and doing it.',
  }),
  global('sudo_set_coldkey_swap_reannouncement_delay', S.ColdkeySwapReannouncementDelay, {
    who: 'root', unit: 'blocks', events: [Ev.ColdkeySwapReannouncementDelaySet],
    docs: 'Further blocks until another coldkey may be announced instead.',
  }),
  global('sudo_set_max_mechanism_count', S.MaxMechanismCount, {
    who: 'root', unit: 'mechanisms', onSet: doSetMaxMechanismCount,
    docs: 'How many mechanisms a subnet may have, 1 to 16.',
  }),
  global('sudo_set_max_epochs_per_block', S.MaxEpochsPerBlock, {
    who: 'root', unit: 'epochs', checks: [atLeast(1, E.ValueNotInBounds)], events: [Ev.MaxEpochsPerBlockSet],
    docs: 'How many subnets may have their epoch in one block; the others wait.',
  }),
  retired('sudo_set_total_issuance', E.Deprecated, 'Once set the total issuance.'),
];
