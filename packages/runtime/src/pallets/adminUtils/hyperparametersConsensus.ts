/** Hyperparameters of a subnet's epoch: clock, weights, bonds, liquid alpha, mechanisms. */

import { E as SubtensorE, Ev, S } from '../subtensor/pallet.ts';
import { doSetEmissionSplit, doSetMechanismCount } from '../subtensor/subnets/mechanism.ts';
import { applyTempoWithCycleReset } from '../subtensor/subnets/tempoControl.ts';
import { setRevealPeriod } from '../subtensor/weights/commitEpochs.ts';
import { check, ofOwner, SUBNET_EXISTS, within } from './checks.ts';
import { composite, perSubnet, type Hyperparameter } from './hyperparameter.ts';
import { E, Ev as OwnEv } from './pallet.ts';

/** What an owner may choose at most, in millionths; root may choose any. */
const BONDS_MOVING_AVERAGE_OWNER_MAX = 975_000n;
/** Lowest bound of liquid alpha, in 65535ths: a fortieth of the whole. source: epoch/run_epoch.rs, do_set_alpha_values */
const ALPHA_MIN = 1_638;
/** The type's own bound. */
const I16_MAX = 32_767;

/** source: pallets/admin-utils/src/lib.rs @ 14bc6f9 */
export const consensusHyperparameters: readonly Hyperparameter[] = [
  perSubnet('sudo_set_tempo', S.Tempo, {
    who: 'root', window: true, unit: 'blocks', checks: [SUBNET_EXISTS], onSet: applyTempoWithCycleReset,
    docs: 'Blocks between two epochs. Owners use SubtensorModule.set_tempo, which has bounds.',
    effect: 'The next epoch is one tempo from now.',
  }),
  perSubnet('sudo_set_kappa', S.Kappa, {
    who: 'root', unit: 'parts of 65535', checks: [SUBNET_EXISTS], events: [Ev.KappaSet],
    docs: 'Part of the stake that must agree on a weight: weights are clipped to what this majority gives.',
  }),
  perSubnet('sudo_set_rho', S.Rho, {
    who: 'owner', limit: { hyperparameter: 'Rho' }, window: true, unit: 'count', checks: [SUBNET_EXISTS],
    docs: 'Once the steepness of trust. The epoch does not read it.',
  }),
  perSubnet('sudo_set_activity_cutoff', S.ActivityCutoff, {
    who: 'owner', limit: { hyperparameter: 'ActivityCutoff' }, window: true, unit: 'blocks', events: [Ev.ActivityCutoffSet],
    checks: [
      SUBNET_EXISTS,
      check('at least MinActivityCutoff (360)', SubtensorE.ActivityCutoffTooLow, (ctx, { value }) => value >= S.MinActivityCutoff.get(ctx), {
        required: (ctx) => S.MinActivityCutoff.get(ctx),
      }),
    ],
    docs: 'Once the age at which weights no longer count. The epoch reads activity_cutoff_factor instead.',
  }),
  perSubnet('sudo_set_min_allowed_weights', S.MinAllowedWeights, {
    who: 'owner', limit: { hyperparameter: 'MinAllowedWeights' }, window: true, unit: 'weights', checks: [SUBNET_EXISTS], events: [Ev.MinAllowedWeightSet],
    docs: 'How many weights a validator must set at least.',
  }),
  perSubnet('sudo_set_weights_version_key', S.WeightsVersionKey, {
    name: 'weights_version', who: 'owner', limit: 'SetWeightsVersionKey', window: true, unit: 'version', checks: [SUBNET_EXISTS], events: [Ev.WeightsVersionKeySet],
    docs: 'Lowest version that weights must carry.',
  }),
  perSubnet('sudo_set_weights_set_rate_limit', S.WeightsSetRateLimit, {
    name: 'weights_rate_limit', who: 'root', unit: 'blocks', checks: [SUBNET_EXISTS], events: [Ev.WeightsSetRateLimitSet],
    docs: 'Blocks between two sets of weights of one validator.',
  }),
  perSubnet('sudo_set_commit_reveal_weights_enabled', S.CommitRevealWeightsEnabled, {
    who: 'owner', limit: { hyperparameter: 'CommitRevealEnabled' }, window: true, unit: 'flag', checks: [SUBNET_EXISTS], events: [Ev.CommitRevealEnabled],
    docs: 'Whether weights are committed first and revealed later.',
  }),
  perSubnet('sudo_set_commit_reveal_weights_interval', S.RevealPeriodEpochs, {
    name: 'commit_reveal_period', who: 'owner', limit: { hyperparameter: 'WeightCommitInterval' }, window: true, unit: 'tempos',
    checks: [SUBNET_EXISTS], onSet: setRevealPeriod,
    docs: 'Epochs between a commit and its reveal, 1 to 100.',
  }),
  perSubnet('sudo_set_bonds_moving_average', S.BondsMovingAverage, {
    name: 'bonds_moving_avg', who: 'owner', limit: { hyperparameter: 'BondsMovingAverage' }, window: true, unit: 'millionths', events: [Ev.BondsMovingAverageSet],
    checks: [
      ofOwner(check(`at most ${BONDS_MOVING_AVERAGE_OWNER_MAX}`, E.BondsMovingAverageMaxReached, (_, { value }) => value <= BONDS_MOVING_AVERAGE_OWNER_MAX, {
        required: () => BONDS_MOVING_AVERAGE_OWNER_MAX,
      })),
      SUBNET_EXISTS,
    ],
    docs: 'Part of the old bonds that stays at each epoch.',
  }),
  perSubnet('sudo_set_bonds_penalty', S.BondsPenalty, {
    who: 'owner', limit: { hyperparameter: 'BondsPenalty' }, window: true, unit: 'parts of 65535', checks: [SUBNET_EXISTS], events: [Ev.BondsPenaltySet],
    docs: 'How far weights above the consensus are clipped before bonds grow from them.',
  }),
  perSubnet('sudo_set_bonds_reset_enabled', S.BondsResetOn, {
    who: 'owner', limit: { hyperparameter: 'BondsResetEnabled' }, window: true, unit: 'flag',
    events: [Ev.BondsResetOnSet, ([netuid, enabled]) => OwnEv.BondsResetToggled({ netuid, enabled })],
    docs: 'Whether a miner may have the bonds to it removed, by a commitment that asks for it.',
  }),
  perSubnet('sudo_set_yuma3_enabled', S.Yuma3On, {
    who: 'owner', limit: { hyperparameter: 'Yuma3Enabled' }, window: true, unit: 'flag',
    events: [([netuid, enabled]) => OwnEv.Yuma3EnableToggled({ netuid, enabled })],
    docs: 'Whether bonds follow Yuma 3 instead of Yuma 2; clients read it as yuma_version.',
  }),
  perSubnet('sudo_set_liquid_alpha_enabled', S.LiquidAlphaOn, {
    who: 'owner', limit: { hyperparameter: 'LiquidAlphaEnabled' }, window: true, unit: 'flag',
    docs: 'Whether the rate of bonds depends on consensus and weights, within alpha_low and alpha_high.',
  }),
  composite('sudo_set_alpha_values', {
    item: 'SubtensorModule.AlphaValues', read: (ctx, netuid) => S.AlphaValues.get(ctx, netuid), who: 'owner', limit: { hyperparameter: 'AlphaValues' }, window: true, unit: 'parts of 65535',
    checks: [
      check('liquid alpha is on', SubtensorE.LiquidAlphaDisabled, (ctx, { netuid }) => S.LiquidAlphaOn.get(ctx, netuid), { actual: () => 'off' }),
      check(`alpha_high at least ${ALPHA_MIN}`, SubtensorE.AlphaHighTooLow, (_, { value }) => value.alpha_high >= ALPHA_MIN, {
        actual: ({ alpha_high }) => alpha_high, required: () => ALPHA_MIN,
      }),
      check(`alpha_low from ${ALPHA_MIN} to alpha_high`, SubtensorE.AlphaLowOutOfRange, (_, { value }) => value.alpha_low >= ALPHA_MIN && value.alpha_low <= value.alpha_high, {
        actual: ({ alpha_low }) => alpha_low, required: (_, { value }) => (value.alpha_low < ALPHA_MIN ? ALPHA_MIN : value.alpha_high),
      }),
    ],
    write: (ctx, { netuid, alpha_low, alpha_high }) => S.AlphaValues.set(ctx, netuid, [alpha_low, alpha_high]),
    docs: 'Lowest and highest rate of bonds under liquid alpha: two values, alpha_low and alpha_high.',
  }),
  perSubnet('sudo_set_alpha_sigmoid_steepness', S.AlphaSigmoidSteepness, {
    who: 'owner', limit: { hyperparameter: 'AlphaSigmoidSteepness' }, window: true, unit: 'hundredths',
    checks: [SUBNET_EXISTS, ofOwner(within(0, I16_MAX, E.NegativeSigmoidSteepness, 'not negative'))],
    docs: 'Steepness of the rate of bonds between its bounds. Below zero (root only) the curve is turned round.',
  }),
  composite('sudo_set_mechanism_count', {
    item: 'SubtensorModule.MechanismCountCurrent', read: (ctx, netuid) => S.MechanismCountCurrent.get(ctx, netuid), who: 'owner', limit: 'MechanismCountUpdate', window: true, unit: 'mechanisms',
    write: (ctx, { netuid, mechanism_count }) => doSetMechanismCount(ctx, netuid, mechanism_count),
    docs: 'How many mechanisms the subnet has: 1 to MaxMechanismCount, and together with the uids at most 256.',
    effect: 'Weights, bonds and commits of dropped mechanisms are removed, and the emission split is forgotten.',
  }),
  composite('sudo_set_mechanism_emission_split', {
    item: 'SubtensorModule.MechanismEmissionSplit', read: (ctx, netuid) => S.MechanismEmissionSplit.get(ctx, netuid), who: 'owner', limit: 'MechanismEmission', window: true, unit: 'parts of 65535',
    write: (ctx, { netuid, maybe_split }) => doSetEmissionSplit(ctx, netuid, maybe_split),
    docs: 'Shares of the mechanisms in the subnet\'s emission; they sum to 65535. None for equal shares.',
  }),
];
