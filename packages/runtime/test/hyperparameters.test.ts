/** What every row of the hyperparameter table promises: who may, how often, when, and which values. */

import { adminUtils } from '@taonet/abi';
import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, ROOT, signed, type DispatchResult, type Origin, type StateRoots } from '@taonet/frame';
import { U64F64, type Crypto } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AdminCall } from '../src/pallets/adminUtils/hyperparameter.ts';
import { hyperparameters } from '../src/pallets/adminUtils/hyperparameters.ts';
import { S } from '../src/pallets/subtensor/pallet.ts';
import { rateLimitOnSubnetBlocks } from '../src/pallets/subtensor/rateLimits.ts';
import { S as System } from '../src/pallets/system/pallet.ts';
import { createSpec } from '../src/spec.ts';
import { account } from './createTestCtx.ts';

const OWNER = account(1);
const STRANGER = account(2);
const NETUID = 1;
const NO_SUBNET = 9;
const TEMPO = 360;
const NOW = 1_000;
const NO_ROOTS: StateRoots = { rootOf: () => '' };

let crypto: Crypto;
beforeAll(async () => {
  crypto = await createCrypto();
});

/** A subnet of 100 neurons that just had its epoch. */
function createCtx(): BlockCtx {
  const ctx = new BlockCtx(createSpec({ fast: false, powFaucet: false }, crypto), new Overlay(new MemoryState()), NO_ROOTS);
  System.Number.set(ctx, NOW);
  for (const netuid of [0, NETUID, NO_SUBNET]) {
    S.NetworksAdded.set(ctx, netuid, netuid !== NO_SUBNET);
    S.SubnetOwner.set(ctx, netuid, OWNER);
    S.Tempo.set(ctx, netuid, TEMPO);
    S.LastEpochBlock.set(ctx, netuid, BigInt(NOW));
  }
  S.SubnetworkN.set(ctx, NETUID, 100);
  S.LiquidAlphaOn.set(ctx, NETUID, true);
  return ctx;
}

function dispatch(ctx: BlockCtx, call: AdminCall, origin: Origin, args: object): DispatchResult {
  return ctx.dispatchBypassFilter({ type: 'AdminUtils', value: { type: call, value: args } }, origin);
}

const outcome = (result: DispatchResult): string => (result.ok ? 'ok' : result.refusal.name);

/** Values that pass: owner and root may both set them. The subnet is NETUID. */
const GOOD: Partial<Record<AdminCall, object>> = {
  swap_authorities: { new_authorities: [STRANGER] },
  schedule_grandpa_change: { next_authorities: [[STRANGER, 1n]], in_blocks: 2, forced: undefined },
  sudo_set_alpha_values: { alpha_low: 1_638, alpha_high: 65_535 },
  sudo_toggle_evm_precompile: { precompile_id: 'Staking', enabled: false },
  sudo_set_sn_owner_hotkey: { hotkey: STRANGER },
  sudo_set_subnet_owner_hotkey: { hotkey: STRANGER },
  sudo_set_mechanism_emission_split: { maybe_split: [65_535] },
  sudo_set_recycle_or_burn: { recycle_or_burn: 'Recycle' },
  sudo_set_mechanism_count: { mechanism_count: 1 },
  sudo_set_max_mechanism_count: { max_mechanism_count: 16 },
  sudo_set_max_epochs_per_block: { max_epochs_per_block: 1 },
  sudo_trim_to_max_allowed_uids: { max_n: 200 },
  sudo_set_max_allowed_uids: { max_allowed_uids: 100 },
  sudo_set_min_allowed_uids: { min_allowed_uids: 99 },
  sudo_set_max_allowed_validators: { max_allowed_validators: 256 },
  sudo_set_owner_immune_neuron_limit: { immune_neurons: 10 },
  sudo_set_activity_cutoff: { activity_cutoff: 360 },
  sudo_set_burn_half_life: { burn_half_life: 36_100 },
  sudo_set_burn_increase_mult: { burn_increase_mult: U64F64.fromInt(3) },
  sudo_set_tao_flow_normalization_exponent: { exponent: U64F64.fromInt(2) },
  sudo_set_min_burn: { min_burn: 999_999_999n },
  sudo_set_max_burn: { max_burn: 100_000_001n },
  sudo_set_bonds_moving_average: { bonds_moving_average: 975_000n },
  sudo_set_commit_reveal_weights_interval: { interval: 100n },
  sudo_set_min_childkey_take_per_subnet: { take: 11_796 },
};

/** Values that do not pass, root's included unless it says owner. source: pallets/admin-utils/src/tests @ 14bc6f9, and the checks themselves */
const REFUSED: readonly (readonly [call: AdminCall, args: object, refusal: string, by?: 'owner'])[] = [
  ['sudo_set_max_allowed_uids', { max_allowed_uids: 63 }, 'AdminUtils.MaxAllowedUidsLessThanMinAllowedUids'],
  ['sudo_set_max_allowed_uids', { max_allowed_uids: 99 }, 'AdminUtils.MaxAllowedUIdsLessThanCurrentUIds'],
  ['sudo_set_max_allowed_uids', { max_allowed_uids: 257 }, 'AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids'],
  ['sudo_set_min_allowed_uids', { min_allowed_uids: 256 }, 'AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids'],
  ['sudo_set_min_allowed_uids', { min_allowed_uids: 100 }, 'AdminUtils.MinAllowedUidsGreaterThanCurrentUids'],
  ['sudo_set_max_allowed_validators', { max_allowed_validators: 257 }, 'AdminUtils.MaxValidatorsLargerThanMaxUIds'],
  ['sudo_set_activity_cutoff', { activity_cutoff: 359 }, 'SubtensorModule.ActivityCutoffTooLow'],
  ['sudo_set_min_burn', { min_burn: 1_000_000_000n }, 'AdminUtils.ValueNotInBounds'],
  ['sudo_set_max_burn', { max_burn: 100_000_000n }, 'AdminUtils.ValueNotInBounds'],
  ['sudo_set_bonds_moving_average', { bonds_moving_average: 975_001n }, 'AdminUtils.BondsMovingAverageMaxReached', 'owner'],
  ['sudo_set_alpha_sigmoid_steepness', { steepness: -1 }, 'AdminUtils.NegativeSigmoidSteepness', 'owner'],
  ['sudo_set_alpha_values', { alpha_low: 1_638, alpha_high: 1_637 }, 'SubtensorModule.AlphaHighTooLow'],
  ['sudo_set_alpha_values', { alpha_low: 1_637, alpha_high: 1_638 }, 'SubtensorModule.AlphaLowOutOfRange'],
  ['sudo_set_alpha_values', { alpha_low: 1_640, alpha_high: 1_639 }, 'SubtensorModule.AlphaLowOutOfRange'],
  ['sudo_set_commit_reveal_weights_interval', { interval: 0n }, 'SubtensorModule.RevealPeriodTooSmall'],
  ['sudo_set_commit_reveal_weights_interval', { interval: 101n }, 'SubtensorModule.RevealPeriodTooLarge'],
  ['sudo_set_owner_immune_neuron_limit', { immune_neurons: 0 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_owner_immune_neuron_limit', { immune_neurons: 11 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_burn_half_life', { burn_half_life: 0 }, 'AdminUtils.InvalidValue'],
  ['sudo_set_burn_half_life', { burn_half_life: 36_101 }, 'AdminUtils.InvalidValue'],
  ['sudo_set_burn_increase_mult', { burn_increase_mult: U64F64.one - 1n }, 'AdminUtils.InvalidValue'],
  ['sudo_set_burn_increase_mult', { burn_increase_mult: U64F64.fromInt(3) + 1n }, 'AdminUtils.InvalidValue'],
  ['sudo_set_min_childkey_take_per_subnet', { take: 11_797 }, 'AdminUtils.InvalidValue'],
  ['sudo_set_mechanism_count', { mechanism_count: 0 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_mechanism_count', { mechanism_count: 3 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_mechanism_count', { mechanism_count: 2 }, 'SubtensorModule.TooManyUIDsPerMechanism'],
  ['sudo_set_mechanism_emission_split', { maybe_split: [] }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_mechanism_emission_split', { maybe_split: [65_534] }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_mechanism_emission_split', { maybe_split: [65_535, 0] }, 'SubtensorModule.InvalidValue'],
  ['sudo_trim_to_max_allowed_uids', { max_n: 63 }, 'SubtensorModule.InvalidValue'],
  ['sudo_trim_to_max_allowed_uids', { max_n: 257 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_max_mechanism_count', { max_mechanism_count: 0 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_max_mechanism_count', { max_mechanism_count: 17 }, 'SubtensorModule.InvalidValue'],
  ['sudo_set_max_epochs_per_block', { max_epochs_per_block: 0 }, 'AdminUtils.ValueNotInBounds'],
  ['sudo_set_tao_flow_normalization_exponent', { exponent: U64F64.one - 1n }, 'AdminUtils.InvalidValue'],
  ['sudo_set_tao_flow_normalization_exponent', { exponent: U64F64.fromInt(2) + 1n }, 'AdminUtils.InvalidValue'],
];

/** 1 or true of the argument's type, where GOOD has nothing. */
function goodArgs(call: AdminCall, netuid: number): object {
  const given = GOOD[call];
  const args: Record<string, unknown> = { ...given };
  for (const [name, codec] of Object.entries(adminUtils.calls[call].args)) {
    if (name === 'netuid') args[name] = netuid;
    else if (given === undefined) args[name] = sample(JSON.stringify(codec.type));
  }
  return args;
}

function sample(type: string): unknown {
  if (type.includes('"bool"')) return true;
  return /"(u8|u16|u32|i16)"/.test(type) ? 1 : 1n;
}

const rows = hyperparameters.map((row) => ({ ...row }));
const settable = rows.filter(({ who }) => who !== 'nobody');
const owners = rows.filter(({ who }) => who === 'owner');

describe('the table', () => {
  it('has one row for each of today\'s calls, in wire order', () => {
    const declared = (Object.keys(adminUtils.calls) as AdminCall[]).filter((call) => !('onlyIn' in adminUtils.calls[call])).sort((a, b) => adminUtils.calls[a].index - adminUtils.calls[b].index);
    expect(rows.map(({ call }) => call)).toEqual(declared);
  });

  it('limits no two hyperparameters together', () => {
    const limits = rows.flatMap(({ limit }) => (limit === undefined ? [] : [JSON.stringify(limit)]));
    expect(new Set(limits).size).toBe(limits.length);
  });
});

describe('who', () => {
  it.each(settable)('$call: root may', ({ call }) => {
    expect(outcome(dispatch(createCtx(), call, ROOT, goodArgs(call, NETUID)))).toBe('ok');
  });

  it.each(settable)('$call: refuses strangers and nobody', ({ call }) => {
    expect(outcome(dispatch(createCtx(), call, signed(STRANGER), goodArgs(call, NETUID)))).toBe('BadOrigin');
    expect(outcome(dispatch(createCtx(), call, { kind: 'none' }, goodArgs(call, NETUID)))).toBe('BadOrigin');
  });

  it.each(settable)('$call: the owner may only where the row says so', ({ call, who }) => {
    expect(outcome(dispatch(createCtx(), call, signed(OWNER), goodArgs(call, NETUID)))).toBe(who === 'owner' ? 'ok' : 'BadOrigin');
  });

  it.each(rows.filter(({ who }) => who === 'nobody'))('$call: refuses everybody', ({ call, checks }) => {
    for (const origin of [ROOT, signed(OWNER), { kind: 'none' } as const]) {
      expect(outcome(dispatch(createCtx(), call, origin, goodArgs(call, NETUID)))).toBe(checks[0]!.refusal.name);
    }
  });
});

describe('how often', () => {
  it.each(owners.filter(({ limit }) => limit !== undefined))('$call: an owner waits, root does not', ({ call, limit }) => {
    const ctx = createCtx();
    const args = goodArgs(call, NETUID);
    const blocks = Number(rateLimitOnSubnetBlocks(ctx, limit!, NETUID));
    expect(outcome(dispatch(ctx, call, signed(OWNER), args))).toBe('ok');
    const set = (block: number, origin: Origin): string => {
      System.Number.set(ctx, block);
      S.LastEpochBlock.set(ctx, NETUID, BigInt(block));
      return outcome(dispatch(ctx, call, origin, args));
    };
    expect(set(NOW + blocks - 1, signed(OWNER))).toBe('SubtensorModule.TxRateLimitExceeded');
    expect(set(NOW + blocks - 1, ROOT)).toBe('ok');
    expect(set(NOW + blocks, signed(OWNER))).toBe('ok');
  });

  it.each(owners.filter(({ limit, unit }) => limit === undefined && unit !== 'account'))('$call: no limit', ({ call }) => {
    const ctx = createCtx();
    for (let i = 0; i < 2; i++) expect(outcome(dispatch(ctx, call, signed(OWNER), goodArgs(call, NETUID)))).toBe('ok');
  });

  it.each(['sudo_set_sn_owner_hotkey', 'sudo_set_subnet_owner_hotkey'] as const)('%s: 50,400 blocks, root too', (call) => {
    const ctx = createCtx();
    expect(outcome(dispatch(ctx, call, ROOT, goodArgs(call, NETUID)))).toBe('ok');
    System.Number.set(ctx, NOW + 50_399);
    expect(outcome(dispatch(ctx, call, ROOT, goodArgs(call, NETUID)))).toBe('SubtensorModule.TxRateLimitExceeded');
    System.Number.set(ctx, NOW + 50_400);
    expect(outcome(dispatch(ctx, call, signed(OWNER), goodArgs(call, NETUID)))).toBe('ok');
  });
});

describe('when', () => {
  it.each(settable)('$call: frozen before an epoch only where the row says so', ({ call, window }) => {
    const blocksBeforeEpoch = (blocks: number): string => {
      const ctx = createCtx();
      S.LastEpochBlock.set(ctx, NETUID, BigInt(NOW - TEMPO + blocks));
      return outcome(dispatch(ctx, call, ROOT, goodArgs(call, NETUID)));
    };
    expect(blocksBeforeEpoch(9)).toBe(window ? 'SubtensorModule.AdminActionProhibitedDuringWeightsWindow' : 'ok');
    expect(blocksBeforeEpoch(10)).toBe('ok');
  });
});

describe('which', () => {
  it.each(REFUSED.map(([call, args, refusal, by]) => ({ call, args, refusal, by })))('$call $args: refuses $refusal', ({ call, args, refusal, by }) => {
    const origin = by === 'owner' ? signed(OWNER) : ROOT;
    const all = 'netuid' in adminUtils.calls[call].args ? { netuid: NETUID, ...args } : args;
    expect(outcome(dispatch(createCtx(), call, origin, all))).toBe(refusal);
    if (by === 'owner') expect(outcome(dispatch(createCtx(), call, ROOT, all))).toBe('ok');
  });

  it.each(settable.filter(({ checks }) => checks.some(({ says }) => says === 'the subnet exists')))('$call: refuses a subnet that does not exist', ({ call }) => {
    expect(outcome(dispatch(createCtx(), call, ROOT, goodArgs(call, NO_SUBNET)))).toBe('AdminUtils.SubnetDoesNotExist');
  });

  it.each(settable.filter(({ checks }) => checks.some(({ says }) => says === 'not the root subnet')))('$call: refuses the root subnet', ({ call }) => {
    expect(outcome(dispatch(createCtx(), call, ROOT, goodArgs(call, 0)))).toBe('AdminUtils.NotPermittedOnRootSubnet');
  });

  it('alpha values need liquid alpha', () => {
    const ctx = createCtx();
    S.LiquidAlphaOn.set(ctx, NETUID, false);
    expect(outcome(dispatch(ctx, 'sudo_set_alpha_values', ROOT, goodArgs('sudo_set_alpha_values', NETUID)))).toBe('SubtensorModule.LiquidAlphaDisabled');
  });

  it('a subnet account is no owner hotkey', () => {
    const subnetAccount = `${Buffer.from('modlsubtensr').toString('hex')}0100`.padEnd(64, '0');
    const args = { netuid: NETUID, hotkey: subnetAccount };
    expect(outcome(dispatch(createCtx(), 'sudo_set_sn_owner_hotkey', ROOT, args))).toBe('SubtensorModule.CannotUseSystemAccount');
  });

  it('an owner\'s bond average is bounded before the subnet is looked for', () => {
    const args = { netuid: NO_SUBNET, bonds_moving_average: 975_001n };
    expect(outcome(dispatch(createCtx(), 'sudo_set_bonds_moving_average', signed(OWNER), args))).toBe('AdminUtils.BondsMovingAverageMaxReached');
  });

  it('root sets what the owner may not', () => {
    const ctx = createCtx();
    expect(outcome(dispatch(ctx, 'sudo_set_alpha_sigmoid_steepness', ROOT, { netuid: NETUID, steepness: -1 }))).toBe('ok');
    expect(S.AlphaSigmoidSteepness.get(ctx, NETUID)).toBe(-1);
  });
});
