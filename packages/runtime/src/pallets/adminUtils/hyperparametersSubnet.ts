/** Hyperparameters of who may be on a subnet and of what it pays: registration, uids, owner, switches. */

import { RAO_PER_TAO, U64F64 } from '@taonet/primitives';
import { C as SubtensorC, E as SubtensorE, Ev, S } from '../subtensor/pallet.ts';
import { ensureMaxUidsOverAllMechanisms } from '../subtensor/subnets/mechanism.ts';
import { doSetSnOwnerHotkey } from '../subtensor/subnets/ownerHotkey.ts';
import { trimToMaxAllowedUids } from '../subtensor/subnets/trimToMaxAllowedUids.ts';
import { check, NOT_ROOT_SUBNET, SUBNET_EXISTS, within, type Check } from './checks.ts';
import { composite, perSubnet, retired, type Hyperparameter } from './hyperparameter.ts';
import { E, Ev as OwnEv } from './pallet.ts';

/** source: pallets/subtensor/src/lib.rs, MaxBurnHalfLife @ 14bc6f9 */
const BURN_HALF_LIFE_MAX_BLOCKS = 36_100;
const BURN_INCREASE_MULT_MAX = U64F64.fromInt(3);
/** source: pallets/subtensor/src/lib.rs, MinImmuneOwnerUidsLimit, MaxImmuneOwnerUidsLimit @ 14bc6f9 */
const OWNER_IMMUNE_MIN = 1;
const OWNER_IMMUNE_MAX = 10;

const uidsFitMechanisms: Check<number> = {
  says: 'uids times mechanisms at most 256',
  refusal: SubtensorE.TooManyUIDsPerMechanism,
  ensure: (ctx, { netuid, value }) => ensureMaxUidsOverAllMechanisms(ctx, value, S.MechanismCountCurrent.get(ctx, netuid)),
};

/** source: pallets/admin-utils/src/lib.rs @ 14bc6f9 */
export const subnetHyperparameters: readonly Hyperparameter[] = [
  perSubnet('sudo_set_serving_rate_limit', S.ServingRateLimit, {
    who: 'owner', limit: { hyperparameter: 'ServingRateLimit' }, window: true, unit: 'blocks', events: [Ev.ServingRateLimitSet],
    docs: 'Blocks between two announcements of one neuron\'s address.',
  }),
  perSubnet('sudo_set_min_difficulty', S.MinDifficulty, {
    who: 'root', window: true, unit: 'hashes', checks: [SUBNET_EXISTS], events: [Ev.MinDifficultySet],
    docs: 'Lowest difficulty of registration by work. Nothing reads it any more.',
  }),
  perSubnet('sudo_set_max_difficulty', S.MaxDifficulty, {
    who: 'owner', limit: { hyperparameter: 'MaxDifficulty' }, window: true, unit: 'hashes', checks: [SUBNET_EXISTS], events: [Ev.MaxDifficultySet],
    docs: 'Highest difficulty of registration by work. Nothing reads it any more.',
  }),
  perSubnet('sudo_set_difficulty', S.Difficulty, {
    who: 'root', window: true, unit: 'hashes', checks: [SUBNET_EXISTS], events: [Ev.DifficultySet],
    docs: 'Difficulty of registration by work. Nothing reads it any more.',
  }),
  perSubnet('sudo_set_adjustment_interval', S.AdjustmentInterval, {
    who: 'root', unit: 'blocks', checks: [SUBNET_EXISTS], events: [Ev.AdjustmentIntervalSet],
    docs: 'Blocks between two adjustments of price and difficulty. Nothing reads it any more.',
  }),
  perSubnet('sudo_set_adjustment_alpha', S.AdjustmentAlpha, {
    who: 'owner', limit: { hyperparameter: 'AdjustmentAlpha' }, window: true, unit: 'parts of 2^64 - 1', checks: [SUBNET_EXISTS], events: [Ev.AdjustmentAlphaSet],
    docs: 'Part of the old price kept at an adjustment. Nothing reads it any more.',
  }),
  perSubnet('sudo_set_immunity_period', S.ImmunityPeriod, {
    who: 'owner', limit: { hyperparameter: 'ImmunityPeriod' }, window: true, unit: 'blocks', checks: [SUBNET_EXISTS], events: [Ev.ImmunityPeriodSet],
    docs: 'Age below which a neuron is not replaced while others can be.',
  }),
  perSubnet('sudo_set_max_allowed_uids', S.MaxAllowedUids, {
    who: 'owner', limit: { hyperparameter: 'MaxAllowedUids' }, window: true, unit: 'neurons', events: [Ev.MaxAllowedUidsSet],
    checks: [
      SUBNET_EXISTS,
      check('at least min_allowed_uids', E.MaxAllowedUidsLessThanMinAllowedUids, (ctx, { netuid, value }) => value >= S.MinAllowedUids.get(ctx, netuid), {
        required: (ctx, { netuid }) => S.MinAllowedUids.get(ctx, netuid),
      }),
      check('at least the neurons there are', E.MaxAllowedUIdsLessThanCurrentUIds, (ctx, { netuid, value }) => value >= S.SubnetworkN.get(ctx, netuid), {
        required: (ctx, { netuid }) => S.SubnetworkN.get(ctx, netuid),
      }),
      check('at most 256', E.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids, (ctx, { value }) => value <= SubtensorC.InitialMaxAllowedUids(ctx), {
        required: (ctx) => SubtensorC.InitialMaxAllowedUids(ctx),
      }),
      uidsFitMechanisms,
    ],
    docs: 'How many neurons the subnet may have.',
  }),
  perSubnet('sudo_set_min_allowed_uids', S.MinAllowedUids, {
    who: 'root', window: true, unit: 'neurons', events: [Ev.MinAllowedUidsSet],
    checks: [
      SUBNET_EXISTS,
      check('below max_allowed_uids', E.MinAllowedUidsGreaterThanMaxAllowedUids, (ctx, { netuid, value }) => value < S.MaxAllowedUids.get(ctx, netuid), {
        required: (ctx, { netuid }) => S.MaxAllowedUids.get(ctx, netuid) - 1,
      }),
      check('below the number of neurons', E.MinAllowedUidsGreaterThanCurrentUids, (ctx, { netuid, value }) => value < S.SubnetworkN.get(ctx, netuid), {
        required: (ctx, { netuid }) => S.SubnetworkN.get(ctx, netuid) - 1,
      }),
    ],
    docs: 'Lowest number of neurons that max_allowed_uids and trimming may choose.',
  }),
  composite('sudo_trim_to_max_allowed_uids', {
    item: 'SubtensorModule.MaxAllowedUids', who: 'owner', limit: 'MaxUidsTrimming', window: true, unit: 'neurons',
    write: (ctx, { netuid, max_n }) => trimToMaxAllowedUids(ctx, netuid, max_n),
    docs: 'Lowers max_allowed_uids, to not less than min_allowed_uids, and makes the subnet fit.',
    effect: 'Neurons of the lowest emission are removed, the others move up. Refused when 80 % of those that stay would be immune.',
  }),
  perSubnet('sudo_set_min_non_immune_uids', S.MinNonImmuneUids, {
    who: 'root', unit: 'neurons', events: [Ev.MinNonImmuneUidsSet],
    docs: 'While no more neurons than this are out of immunity, an immune one is replaced.',
  }),
  perSubnet('sudo_set_owner_immune_neuron_limit', S.ImmuneOwnerUidsLimit, {
    who: 'owner', limit: { hyperparameter: 'ImmuneNeuronLimit' }, window: true, unit: 'neurons',
    checks: [within(OWNER_IMMUNE_MIN, OWNER_IMMUNE_MAX, SubtensorE.InvalidValue)],
    docs: 'How many of the owner\'s neurons are never replaced.',
  }),
  perSubnet('sudo_set_max_allowed_validators', S.MaxAllowedValidators, {
    name: 'max_validators', who: 'root', window: true, unit: 'neurons', events: [Ev.MaxAllowedValidatorsSet],
    checks: [
      SUBNET_EXISTS,
      check('at most max_allowed_uids', E.MaxValidatorsLargerThanMaxUIds, (ctx, { netuid, value }) => value <= S.MaxAllowedUids.get(ctx, netuid), {
        required: (ctx, { netuid }) => S.MaxAllowedUids.get(ctx, netuid),
      }),
    ],
    docs: 'How many neurons get a validator permit.',
  }),
  perSubnet('sudo_set_network_registration_allowed', S.NetworkRegistrationAllowed, {
    name: 'registration_allowed', who: 'root', unit: 'flag', events: [Ev.RegistrationAllowed],
    docs: 'Whether neurons can register. A subnet that admits none gets no emission either.',
  }),
  retired('sudo_set_network_pow_registration_allowed', E.POWRegistrationDisabled, 'Once allowed registration by work.'),
  perSubnet('sudo_set_target_registrations_per_interval', S.TargetRegistrationsPerInterval, {
    name: 'target_regs_per_interval', who: 'root', window: true, unit: 'registrations', checks: [SUBNET_EXISTS], events: [Ev.RegistrationPerIntervalSet],
    docs: 'Registrations per adjustment interval. Only the root subnet still has such a limit: three times this.',
  }),
  perSubnet('sudo_set_max_registrations_per_block', S.MaxRegistrationsPerBlock, {
    name: 'max_regs_per_block', who: 'root', window: true, unit: 'registrations', checks: [SUBNET_EXISTS], events: [Ev.MaxRegistrationsPerBlockSet],
    docs: 'Registrations per block. Only the root subnet still has such a limit.',
  }),
  perSubnet('sudo_set_min_burn', S.MinBurn, {
    who: 'owner', limit: { hyperparameter: 'MinBurn' }, window: true, unit: 'rao', events: [Ev.MinBurnSet],
    checks: [
      SUBNET_EXISTS,
      check(`below ${RAO_PER_TAO} (1 TAO)`, E.ValueNotInBounds, (ctx, { value }) => value < SubtensorC.MinBurnUpperBound(ctx), {
        required: (ctx) => SubtensorC.MinBurnUpperBound(ctx) - 1n,
      }),
      check('below max_burn', E.ValueNotInBounds, (ctx, { netuid, value }) => value < S.MaxBurn.get(ctx, netuid), { required: (ctx, { netuid }) => S.MaxBurn.get(ctx, netuid) - 1n }),
    ],
    docs: 'Lowest price of registering a neuron.',
  }),
  perSubnet('sudo_set_max_burn', S.MaxBurn, {
    who: 'owner', limit: { hyperparameter: 'MaxBurn' }, window: true, unit: 'rao', events: [Ev.MaxBurnSet],
    checks: [
      SUBNET_EXISTS,
      check(`above ${RAO_PER_TAO / 10n} (0.1 TAO)`, E.ValueNotInBounds, (ctx, { value }) => value > SubtensorC.MaxBurnLowerBound(ctx), {
        required: (ctx) => SubtensorC.MaxBurnLowerBound(ctx) + 1n,
      }),
      check('above min_burn', E.ValueNotInBounds, (ctx, { netuid, value }) => value > S.MinBurn.get(ctx, netuid), { required: (ctx, { netuid }) => S.MinBurn.get(ctx, netuid) + 1n }),
    ],
    docs: 'Highest price of registering a neuron.',
  }),
  perSubnet('sudo_set_burn_half_life', S.BurnHalfLife, {
    who: 'owner', limit: { hyperparameter: 'BurnHalfLife' }, window: true, unit: 'blocks',
    checks: [SUBNET_EXISTS, NOT_ROOT_SUBNET, within(1, BURN_HALF_LIFE_MAX_BLOCKS, E.InvalidValue)],
    events: [([netuid, burn_half_life]) => OwnEv.BurnHalfLifeSet({ netuid, burn_half_life })],
    docs: 'Blocks in which the price of registering falls to its half when nobody registers.',
  }),
  perSubnet('sudo_set_burn_increase_mult', S.BurnIncreaseMult, {
    who: 'owner', limit: { hyperparameter: 'BurnIncreaseMult' }, window: true, unit: 'bits of U64F64',
    checks: [SUBNET_EXISTS, NOT_ROOT_SUBNET, within(U64F64.one, BURN_INCREASE_MULT_MAX, E.InvalidValue, '1 to 3')],
    events: [([netuid, burn_increase_mult]) => OwnEv.BurnIncreaseMultSet({ netuid, burn_increase_mult })],
    docs: 'Factor by which each registration raises the price.',
  }),
  perSubnet('sudo_set_rao_recycled', S.RAORecycledForRegistration, {
    who: 'root', unit: 'rao', checks: [SUBNET_EXISTS], events: [Ev.RAORecycledForRegistrationSet],
    docs: 'TAO paid for registrations so far.',
  }),
  perSubnet('sudo_set_min_childkey_take_per_subnet', S.MinChildkeyTakePerSubnet, {
    name: 'min_childkey_take', who: 'owner', limit: { hyperparameter: 'MinChildkeyTake' }, window: true, unit: 'parts of 65535',
    checks: [
      SUBNET_EXISTS,
      check('between the chain\'s lowest and highest childkey take', E.InvalidValue, (ctx, { value }) => value >= S.MinChildkeyTake.get(ctx) && value <= S.MaxChildkeyTake.get(ctx), {
        required: (ctx, { value }) => (value < S.MinChildkeyTake.get(ctx) ? S.MinChildkeyTake.get(ctx) : S.MaxChildkeyTake.get(ctx)),
      }),
    ],
    events: [Ev.MinChildKeyTakePerSubnetSet],
    docs: 'Lowest take of child hotkeys on the subnet.',
  }),
  perSubnet('sudo_set_recycle_or_burn', S.RecycleOrBurn, {
    who: 'owner', limit: { hyperparameter: 'RecycleOrBurn' }, window: true, unit: 'Burn or Recycle',
    docs: 'What happens to the emission of miners that belong to the subnet\'s owner.',
  }),
  perSubnet('sudo_set_toggle_transfer', S.TransferToggle, {
    name: 'transfers_enabled', who: 'owner', limit: { hyperparameter: 'TransferEnabled' }, window: true, unit: 'flag', events: [Ev.TransferToggle],
    docs: 'Whether stake can be handed to another coldkey.',
  }),
  perSubnet('sudo_set_subtoken_enabled', S.SubtokenEnabled, {
    who: 'root', window: true, unit: 'flag',
    docs: 'Whether the subnet\'s alpha can be bought, sold and moved; clients read it as subnet_is_active. start_call switches it on too.',
  }),
  perSubnet('sudo_set_subnet_emission_enabled', S.SubnetEmissionEnabled, {
    who: 'root', unit: 'flag', checks: [SUBNET_EXISTS, NOT_ROOT_SUBNET],
    events: [([netuid, enabled]) => OwnEv.SubnetEmissionEnabledSet({ netuid, enabled })],
    docs: 'Whether emission enters the subnet\'s pool. Off for new subnets.',
  }),
  perSubnet('sudo_set_owner_cut_enabled', S.OwnerCutEnabled, {
    who: 'owner', window: true, unit: 'flag', checks: [SUBNET_EXISTS, NOT_ROOT_SUBNET],
    docs: 'Whether the owner gets its cut of the emission.',
  }),
  perSubnet('sudo_set_owner_cut_auto_lock_enabled', S.OwnerCutAutoLockEnabled, {
    who: 'owner', window: true, unit: 'flag', checks: [SUBNET_EXISTS, NOT_ROOT_SUBNET],
    docs: 'Whether the owner\'s cut is locked as it arrives.',
  }),
  perSubnet('sudo_set_ema_price_halving_period', S.EMAPriceHalvingBlocks, {
    who: 'root', unit: 'blocks',
    docs: 'Age of the subnet at which its moving price follows the present price at half speed.',
  }),
  composite('sudo_set_sn_owner_hotkey', {
    item: 'SubtensorModule.SubnetOwnerHotkey', read: (ctx, netuid) => S.SubnetOwnerHotkey.tryGet(ctx, netuid), who: 'owner', unit: 'account',
    write: (ctx, { netuid, hotkey }, origin) => doSetSnOwnerHotkey(ctx, origin, netuid, hotkey),
    docs: 'The hotkey that stands for the owner, once in 50,400 blocks, for root too.',
  }),
  composite('sudo_set_subnet_owner_hotkey', {
    item: 'SubtensorModule.SubnetOwnerHotkey', read: (ctx, netuid) => S.SubnetOwnerHotkey.tryGet(ctx, netuid), who: 'owner', unit: 'account',
    write: (ctx, { netuid, hotkey }, origin) => doSetSnOwnerHotkey(ctx, origin, netuid, hotkey),
    docs: 'The same under an older name.',
  }),
];
