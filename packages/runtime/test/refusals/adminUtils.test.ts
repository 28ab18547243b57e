import { adminUtils } from '@taonet/abi';
import { ROOT, signed, type BlockCtx } from '@taonet/frame';
import { U64F64 } from '@taonet/primitives';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { call } from '../pallets/createBlockCtx.ts';
import { describeRefusals, type Provocation } from './provoke.ts';

const NETUID = 1;
const OWNER = 'a1'.repeat(32);

/** A subnet of 100 neurons, in the middle of its tempo. */
function subnet(ctx: BlockCtx): void {
  for (const netuid of [0, NETUID]) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubnetOwner.set(ctx, netuid, OWNER);
    S.LastEpochBlock.set(ctx, netuid, 1_000n);
  }
  S.SubnetworkN.set(ctx, NETUID, 100);
  S.MinBurn.set(ctx, NETUID, 200_000_000n);
  S.MaxBurn.set(ctx, NETUID, 500_000_000n);
}

/** What root (or the owner) may not set. */
function row(error: string, name: string, args: object, facts: Provocation['facts'], more: Partial<Provocation> = {}): Provocation {
  return { error: `AdminUtils.${error}`, because: name, arrange: subnet, origin: ROOT, call: call('AdminUtils', name, { netuid: NETUID, ...args }), facts, ...more };
}

const byOwner = { origin: signed(OWNER) };
const scaled = (numerator: bigint): bigint => U64F64.fromInt(numerator);

const rows: readonly Provocation[] = [
  row('SubnetDoesNotExist', 'sudo_set_kappa', { netuid: 9, kappa: 1 }, { netuid: 9, actual: 'no subnet', required: 'the subnet exists' }),
  row('MaxValidatorsLargerThanMaxUIds', 'sudo_set_max_allowed_validators', { max_allowed_validators: 257 }, { actual: 257, required: 256 }),
  row('MaxAllowedUIdsLessThanCurrentUIds', 'sudo_set_max_allowed_uids', { max_allowed_uids: 99 }, { actual: 99, required: 100 }),
  row('MaxAllowedUidsLessThanMinAllowedUids', 'sudo_set_max_allowed_uids', { max_allowed_uids: 63 }, { actual: 63, required: 64 }),
  row('MaxAllowedUidsGreaterThanDefaultMaxAllowedUids', 'sudo_set_max_allowed_uids', { max_allowed_uids: 257 }, { actual: 257, required: 256 }),
  row('MinAllowedUidsGreaterThanMaxAllowedUids', 'sudo_set_min_allowed_uids', { min_allowed_uids: 256 }, { actual: 256, required: 255 }),
  row('MinAllowedUidsGreaterThanCurrentUids', 'sudo_set_min_allowed_uids', { min_allowed_uids: 100 }, { actual: 100, required: 99 }),
  row('BondsMovingAverageMaxReached', 'sudo_set_bonds_moving_average', { bonds_moving_average: 975_001n }, { actual: 975_001n, required: 975_000n }, byOwner),
  row('NegativeSigmoidSteepness', 'sudo_set_alpha_sigmoid_steepness', { steepness: -1 }, { actual: -1, required: 0 }, byOwner),
  row('ValueNotInBounds', 'sudo_set_min_burn', { min_burn: 1_000_000_000n }, { actual: 1_000_000_000n, required: 999_999_999n }),
  row('ValueNotInBounds', 'sudo_set_min_burn', { min_burn: 500_000_000n }, { actual: 500_000_000n, required: 499_999_999n }),
  row('ValueNotInBounds', 'sudo_set_max_burn', { max_burn: 100_000_000n }, { actual: 100_000_000n, required: 100_000_001n }),
  row('ValueNotInBounds', 'sudo_set_max_burn', { max_burn: 200_000_000n }, { actual: 200_000_000n, required: 200_000_001n }),
  row('ValueNotInBounds', 'sudo_set_max_epochs_per_block', { max_epochs_per_block: 0 }, { actual: 0, required: 1 }),
  row('InvalidValue', 'sudo_set_burn_half_life', { burn_half_life: 0 }, { actual: 0, required: 1 }),
  row('InvalidValue', 'sudo_set_burn_half_life', { burn_half_life: 36_101 }, { actual: 36_101, required: 36_100 }),
  row('InvalidValue', 'sudo_set_burn_increase_mult', { burn_increase_mult: scaled(3n) + 1n }, { actual: scaled(3n) + 1n, required: scaled(3n) }),
  row('InvalidValue', 'sudo_set_tao_flow_normalization_exponent', { exponent: scaled(1n) - 1n }, { actual: scaled(1n) - 1n, required: scaled(1n) }),
  row('InvalidValue', 'sudo_set_min_childkey_take_per_subnet', { take: 11_797 }, { actual: 11_797, required: 11_796 }),
  row('NotPermittedOnRootSubnet', 'sudo_set_subnet_emission_enabled', { netuid: 0, enabled: true }, { netuid: 0, actual: 'the root subnet' }),
  row('POWRegistrationDisabled', 'sudo_set_network_pow_registration_allowed', { registration_allowed: true }, { call: 'sudo_set_network_pow_registration_allowed' }),
  row('Deprecated', 'sudo_set_total_issuance', { total_issuance: 1n }, { call: 'sudo_set_total_issuance' }),
];

describeRefusals('AdminUtils', adminUtils.errors, rows, {});
