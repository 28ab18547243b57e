import { adminUtils } from '@taonet/abi';
import { ROOT, signed, type BlockCtx, type Origin } from '@taonet/frame';
import { describe, expect, it } from 'vitest';
import { S as System } from '../../../../src/pallets/system/pallet.ts';
import { getFreeBalance } from '../../../../src/pallets/balances/inspect.ts';
import { may2025 } from '../../../../src/rules/may2025.ts';
import { S } from '../../../../src/rules/may2025/pallet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../../../src/rules/may2025/staking/sharePools.ts';
import { account } from '../../../createTestCtx.ts';
import { call, eventsOf, outcomeOf } from '../../../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../createMay2025Ctx.ts';

const TAO = 1_000_000_000n;
const [OWNER, STRANGER, HOTKEY] = [account(1), account(2), account(3)] as [string, string, string];
const NETUID = 1;
const NO_SUBNET = 9;

function createChain(): BlockCtx {
  const ctx = createMay2025Ctx(OWNER, STRANGER);
  for (const netuid of [0, NETUID]) S.NetworksAdded.set(ctx, netuid, true);
  for (const netuid of [NETUID, NO_SUBNET]) S.SubnetOwner.set(ctx, netuid, OWNER);
  S.SubnetworkN.set(ctx, NETUID, 5);
  S.MaxAllowedUids.set(ctx, NETUID, 256);
  S.LiquidAlphaOn.set(ctx, NETUID, true);
  return ctx;
}

const set = (ctx: BlockCtx, origin: Origin, name: string, args: object): string => outcomeOf(ctx, origin, call('AdminUtils', name, args));

/** Call, its argument, who may: the owner too, or only root; whether the subnet must exist. */
const SUBNET_SETTERS: readonly [name: string, args: object, by: 'owner' | 'root', exists: boolean][] = [
  ['sudo_set_serving_rate_limit', { serving_rate_limit: 7n }, 'owner', false],
  ['sudo_set_max_difficulty', { max_difficulty: 7n }, 'owner', true],
  ['sudo_set_min_difficulty', { min_difficulty: 7n }, 'root', true],
  ['sudo_set_difficulty', { difficulty: 7n }, 'root', true],
  ['sudo_set_weights_version_key', { weights_version_key: 7n }, 'owner', true],
  ['sudo_set_weights_set_rate_limit', { weights_set_rate_limit: 7n }, 'root', true],
  ['sudo_set_adjustment_interval', { adjustment_interval: 7 }, 'root', true],
  ['sudo_set_adjustment_alpha', { adjustment_alpha: 7n }, 'owner', true],
  ['sudo_set_max_weight_limit', { max_weight_limit: 7 }, 'owner', true],
  ['sudo_set_immunity_period', { immunity_period: 7 }, 'owner', true],
  ['sudo_set_min_allowed_weights', { min_allowed_weights: 7 }, 'owner', true],
  ['sudo_set_max_allowed_uids', { max_allowed_uids: 7 }, 'root', true],
  ['sudo_set_max_allowed_validators', { max_allowed_validators: 7 }, 'root', true],
  ['sudo_set_kappa', { kappa: 7 }, 'owner', true],
  ['sudo_set_rho', { rho: 7 }, 'owner', true],
  ['sudo_set_activity_cutoff', { activity_cutoff: 5_000 }, 'owner', true],
  ['sudo_set_network_registration_allowed', { registration_allowed: true }, 'owner', false],
  ['sudo_set_network_pow_registration_allowed', { registration_allowed: true }, 'owner', false],
  ['sudo_set_target_registrations_per_interval', { target_registrations_per_interval: 7 }, 'root', true],
  ['sudo_set_max_registrations_per_block', { max_registrations_per_block: 7 }, 'root', true],
  ['sudo_set_min_burn', { min_burn: 7n }, 'root', true],
  ['sudo_set_max_burn', { max_burn: 7n }, 'root', true],
  ['sudo_set_tempo', { tempo: 7 }, 'root', true],
  ['sudo_set_rao_recycled', { rao_recycled: 7n }, 'root', true],
  ['sudo_set_bonds_moving_average', { bonds_moving_average: 7n }, 'owner', true],
  ['sudo_set_bonds_penalty', { bonds_penalty: 7 }, 'owner', true],
  ['sudo_set_commit_reveal_weights_enabled', { enabled: true }, 'owner', true],
  ['sudo_set_commit_reveal_weights_interval', { interval: 7n }, 'owner', true],
  ['sudo_set_liquid_alpha_enabled', { enabled: false }, 'owner', false],
  ['sudo_set_toggle_transfer', { toggle: false }, 'owner', false],
  ['sudo_set_yuma3_enabled', { enabled: true }, 'owner', false],
  ['sudo_set_ema_price_halving_period', { ema_halving: 7n }, 'root', false],
  ['sudo_set_alpha_sigmoid_steepness', { steepness: 7 }, 'root', false],
  ['sudo_set_subtoken_enabled', { subtoken_enabled: true }, 'root', false],
  ['sudo_set_network_max_stake', { max_stake: 7n }, 'root', false],
];

const GLOBAL_SETTERS: readonly [string, object][] = [
  ['sudo_set_default_take', { default_take: 7 }], ['sudo_set_min_delegate_take', { take: 7 }], ['sudo_set_tx_rate_limit', { tx_rate_limit: 7n }],
  ['sudo_set_tx_delegate_take_rate_limit', { tx_rate_limit: 7n }], ['sudo_set_subnet_owner_cut', { subnet_owner_cut: 7 }], ['sudo_set_network_rate_limit', { rate_limit: 7n }],
  ['sudo_set_total_issuance', { total_issuance: 7n }], ['sudo_set_network_immunity_period', { immunity_period: 7n }], ['sudo_set_network_min_lock_cost', { lock_cost: 7n }],
  ['sudo_set_subnet_limit', { max_subnets: 7 }], ['sudo_set_lock_reduction_interval', { interval: 7n }], ['sudo_set_stake_threshold', { min_stake: 7n }],
  ['sudo_set_nominator_min_required_stake', { min_stake: 7n }], ['sudo_set_coldkey_swap_schedule_duration', { duration: 7 }],
  ['sudo_set_dissolve_network_schedule_duration', { duration: 7 }], ['sudo_set_subnet_moving_alpha', { alpha: 7n }],
];

describe('settings of May 2025', () => {
  it.each(SUBNET_SETTERS)('%s', (name, args, by, exists) => {
    const ctx = createChain();
    const at = (netuid: number): object => ({ netuid, ...args });
    expect(set(ctx, signed(STRANGER), name, at(NETUID))).toBe('BadOrigin');
    expect(set(ctx, ROOT, name, at(NO_SUBNET))).toBe(exists ? 'AdminUtils.SubnetDoesNotExist' : 'ok');
    expect(set(ctx, signed(OWNER), name, at(NETUID))).toBe(by === 'owner' ? 'ok' : 'BadOrigin');
    expect(set(ctx, ROOT, name, at(NETUID))).toBe('ok');
  });

  it.each(GLOBAL_SETTERS)('%s', (name, args) => {
    const ctx = createChain();
    expect(set(ctx, signed(OWNER), name, args)).toBe('BadOrigin');
    expect(set(ctx, ROOT, name, args)).toBe('ok');
  });

  it('has a test for every call that May 2025 had, and no other calls', () => {
    const others = ['swap_authorities', 'schedule_grandpa_change', 'sudo_set_evm_chain_id', 'sudo_toggle_evm_precompile', 'sudo_set_alpha_values', 'sudo_set_subnet_owner_hotkey', 'sudo_set_sn_owner_hotkey'];
    const tested = [...SUBNET_SETTERS, ...GLOBAL_SETTERS].map(([name]) => name);
    expect(Object.keys(may2025.calls['AdminUtils']!).sort()).toEqual([...tested, ...others].sort());
    for (const name of tested) expect(Object.hasOwn(adminUtils.calls, name)).toBe(true);
  });

  it('knows no freeze window before an epoch and no limit to how often an owner changes its mind', () => {
    const ctx = createChain();
    S.AdminFreezeWindow.set(ctx, 1_000);
    for (const kappa of [1, 2, 3]) expect(set(ctx, signed(OWNER), 'sudo_set_kappa', { netuid: NETUID, kappa })).toBe('ok');
    expect(S.Kappa.get(ctx, NETUID)).toBe(3);
  });

  it('keeps bounds', () => {
    const ctx = createChain();
    expect(set(ctx, ROOT, 'sudo_set_max_allowed_uids', { netuid: NETUID, max_allowed_uids: 5 })).toBe('AdminUtils.MaxAllowedUIdsLessThanCurrentUIds');
    expect(set(ctx, ROOT, 'sudo_set_max_allowed_validators', { netuid: NETUID, max_allowed_validators: 257 })).toBe('AdminUtils.MaxValidatorsLargerThanMaxUIds');
    expect(set(ctx, signed(OWNER), 'sudo_set_bonds_moving_average', { netuid: NETUID, bonds_moving_average: 975_001n })).toBe('AdminUtils.BondsMovingAverageMaxReached');
    expect(set(ctx, ROOT, 'sudo_set_bonds_moving_average', { netuid: NETUID, bonds_moving_average: 975_001n })).toBe('ok');
    expect(set(ctx, ROOT, 'sudo_set_activity_cutoff', { netuid: NETUID, activity_cutoff: S.MinActivityCutoff.get(ctx) - 1 })).toBe('SubtensorModule.ActivityCutoffTooLow');
  });

  it('bounds liquid alpha, and refuses root', () => {
    const ctx = createChain();
    const alpha = (origin: Origin, low: number, high: number): string => set(ctx, origin, 'sudo_set_alpha_values', { netuid: NETUID, alpha_low: low, alpha_high: high });
    expect(alpha(ROOT, 100, 60_000)).toBe('BadOrigin');
    expect(alpha(signed(OWNER), 100, 52_427)).toBe('SubtensorModule.AlphaHighTooLow');
    expect(alpha(signed(OWNER), 0, 52_428)).toBe('SubtensorModule.AlphaLowOutOfRange');
    expect(alpha(signed(OWNER), 52_428, 52_428)).toBe('SubtensorModule.AlphaLowOutOfRange');
    expect(alpha(signed(OWNER), 1, 52_428)).toBe('ok');
    S.LiquidAlphaOn.set(ctx, NETUID, false);
    expect(alpha(signed(OWNER), 1, 52_428)).toBe('SubtensorModule.LiquidAlphaDisabled');
  });

  it('names the owner\'s hotkey: one call for the owner as often as it likes, one for root too, once a week', () => {
    const ctx = createChain();
    const args = { netuid: NETUID, hotkey: HOTKEY };
    expect(set(ctx, ROOT, 'sudo_set_subnet_owner_hotkey', args)).toBe('BadOrigin');
    for (let i = 0; i < 2; i++) expect(set(ctx, signed(OWNER), 'sudo_set_subnet_owner_hotkey', args)).toBe('ok');
    expect(eventsOf(ctx, () => expect(set(ctx, ROOT, 'sudo_set_sn_owner_hotkey', args)).toBe('ok'))).toEqual([]);
    expect(set(ctx, ROOT, 'sudo_set_sn_owner_hotkey', args)).toBe('SubtensorModule.TxRateLimitExceeded');
    System.Number.set(ctx, 1_000 + 50_400);
    expect(set(ctx, signed(OWNER), 'sudo_set_sn_owner_hotkey', args)).toBe('ok');
  });

  it('limits an owner\'s, but not root\'s, versions of weights', () => {
    const ctx = createChain();
    S.Tempo.set(ctx, NETUID, 10);
    S.WeightsVersionKeyRateLimit.set(ctx, 5n);
    const version = (origin: Origin): string => set(ctx, origin, 'sudo_set_weights_version_key', { netuid: NETUID, weights_version_key: 1n });
    expect([version(signed(OWNER)), version(signed(OWNER)), version(ROOT), version(ROOT)]).toEqual(['ok', 'SubtensorModule.TxRateLimitExceeded', 'ok', 'ok']);
    System.Number.set(ctx, 1_050);
    expect(version(signed(OWNER))).toBe('ok');
  });

  it('ends nominations below a new minimum, an amount of alpha, and gives back what they are worth', () => {
    const ctx = createChain();
    S.SubnetMechanism.set(ctx, NETUID, 1);
    S.SubnetTAO.set(ctx, NETUID, 1_000n * TAO);
    S.SubnetAlphaIn.set(ctx, NETUID, 4_000n * TAO);
    S.Owner.set(ctx, HOTKEY, OWNER);
    const [small, enough] = [{ hotkey: HOTKEY, coldkey: STRANGER, netuid: NETUID }, { hotkey: HOTKEY, coldkey: account(4), netuid: NETUID }];
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, small, 2n * TAO);
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, enough, 3n * TAO);
    const before = getFreeBalance(ctx, STRANGER);
    expect(set(ctx, ROOT, 'sudo_set_nominator_min_required_stake', { min_stake: 3n * TAO })).toBe('ok');
    expect([small, enough].map((key) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, key))).toEqual([0n, 3n * TAO]);
    // 1000 − 1000 · 4000 ÷ 4002 TAO, rounded up against the seller
    expect(getFreeBalance(ctx, STRANGER) - before).toBe(499_750_124n);
    // The same minimum, or a smaller one, ends none.
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, small, 2n * TAO);
    expect(set(ctx, ROOT, 'sudo_set_nominator_min_required_stake', { min_stake: 3n * TAO })).toBe('ok');
    expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, small)).toBe(2n * TAO);
  });

  it.each([
    ['AdminUtils', 'sudo_set_admin_freeze_window', { window: 1 }], ['LimitOrders', 'cancel_order', {}], ['Swap', 'set_fee_rate', { netuid: NETUID, rate: 1 }],
    ['SubtensorModule', 'claim_root', { subnets: [] }], ['SubtensorModule', 'lock_stake', {}], ['SubtensorModule', 'set_tempo', { netuid: NETUID, tempo: 360 }],
  ])('%s.%s has no meaning, for root neither', (pallet, name, args) => {
    for (const origin of [signed(OWNER), ROOT]) expect(outcomeOf(createChain(), origin, call(pallet, name, args))).toBe('System.CallFiltered');
  });
});
