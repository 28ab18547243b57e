import { signed, type BlockCtx, type RuntimeCall } from '@taonet/frame';
import { Invalidity, U64_MAX } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { chargeTransactionPayment } from '../../../../src/extensions/chargeTransactionPayment.ts';
import { CUSTOM_ERROR } from '../../../../src/extensions/customErrors.ts';
import { subtensorTransactionExtension } from '../../../../src/extensions/subtensorTransactionExtension.ts';
import { sudoTransactionExtension } from '../../../../src/extensions/sudoTransactionExtension.ts';
import { S } from '../../../../src/rules/may2025/pallet.ts';
import { account } from '../../../createTestCtx.ts';
import { call, id } from '../../../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../createMay2025Ctx.ts';

const TAO = 1_000_000_000n;
const [COLDKEY, HOTKEY, OTHER] = [1, 2, 3].map(account) as [string, string, string];

function createChain(): BlockCtx {
  const ctx = createMay2025Ctx(COLDKEY);
  for (const netuid of [0, 1]) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubtokenEnabled.set(ctx, netuid, true);
  }
  S.Owner.set(ctx, HOTKEY, COLDKEY);
  return ctx;
}

const subtensor = (name: string, args: object): RuntimeCall => call('SubtensorModule', name, args);
const addStake = (tao: bigint): RuntimeCall => subtensor('add_stake', { hotkey: HOTKEY, netuid: 0, amount_staked: tao });

/** Priority and longevity, or the number of the custom error; the extensions one after another. */
function validity(ctx: BlockCtx, inner: RuntimeCall, tip = 0n): unknown {
  const tx = { origin: signed(COLDKEY), call: inner, info: ctx.dispatchInfo(inner), lengthBytes: 100, source: 'External' as const };
  try {
    chargeTransactionPayment.validate!(ctx, tx, tip);
    sudoTransactionExtension.validate!(ctx, tx, undefined);
    return subtensorTransactionExtension.validate!(ctx, tx, undefined).validity;
  } catch (error) {
    if (!(error instanceof Invalidity)) throw error;
    return error.error;
  }
}

const custom = (name: keyof typeof CUSTOM_ERROR): unknown => ({ invalid: { custom: CUSTOM_ERROR[name] } });

describe('transactions of May 2025', () => {
  const stake = { hotkey: HOTKEY, netuid: 0, amount_staked: TAO, limit_price: TAO, allow_partial: true };
  const move = { hotkey: HOTKEY, origin_hotkey: HOTKEY, destination_hotkey: HOTKEY, destination_coldkey: OTHER, origin_netuid: 0, destination_netuid: 1, alpha_amount: TAO, limit_price: TAO, allow_partial: true };
  const transfer = { dest: id(OTHER), value: 1n, keep_alive: true };
  const SHUT: readonly [string, RuntimeCall][] = [
    ...['add_stake', 'add_stake_limit'].map((name) => [name, subtensor(name, stake)] as [string, RuntimeCall]),
    ...['move_stake', 'transfer_stake', 'swap_stake', 'swap_stake_limit'].map((name) => [name, subtensor(name, move)] as [string, RuntimeCall]),
    ...['register', 'burned_register', 'dissolve_network'].map((name) => [name, subtensor(name, { netuid: 1 })] as [string, RuntimeCall]),
    ...['transfer_keep_alive', 'transfer_allow_death', 'transfer_all'].map((name) => [name, call('Balances', name, transfer)] as [string, RuntimeCall]),
  ];

  it.each(SHUT)('%s waits for a scheduled coldkey swap', (_, inner) => {
    const ctx = createChain();
    S.ColdkeySwapScheduled.set(ctx, COLDKEY, [5_000, OTHER]);
    expect(validity(ctx, inner)).toEqual(custom('ColdkeyInSwapSchedule'));
  });

  it.each([
    ['remove_stake', { ...stake, amount_unstaked: TAO }], ['unstake_all', stake], ['swap_hotkey', {}], ['schedule_swap_coldkey', {}], ['register_network', {}], ['burn_alpha', {}],
  ])('%s does not', (name, args) => {
    const ctx = createChain();
    S.ColdkeySwapScheduled.set(ctx, COLDKEY, [5_000, OTHER]);
    expect(validity(ctx, subtensor(name, args))).not.toEqual(custom('ColdkeyInSwapSchedule'));
  });

  it.each(['set_weights', 'commit_weights', 'reveal_weights', 'batch_reveal_weights', 'commit_crv3_weights', 'set_tao_weights'])('%s is for the next block, and for those with stake', (name) => {
    const ctx = createChain();
    const inner = subtensor(name, { netuid: 1, hotkey: HOTKEY });
    expect(validity(ctx, inner)).toEqual({ priority: U64_MAX, longevity: 1n });
    S.StakeThreshold.set(ctx, 1n);
    expect(validity(ctx, inner)).toEqual(custom('StakeAmountTooLow'));
  });

  it('batches are not looked into', () => {
    const ctx = createChain();
    S.ColdkeySwapScheduled.set(ctx, COLDKEY, [5_000, OTHER]);
    expect(validity(ctx, call('Utility', 'batch', { calls: [addStake(TAO)] }))).toEqual({ priority: U64_MAX });
  });

  it('no more than three intervals\' worth of registrations', () => {
    const ctx = createChain();
    const inner = subtensor('burned_register', { netuid: 1, hotkey: HOTKEY });
    S.TargetRegistrationsPerInterval.set(ctx, 1, 2);
    S.RegistrationsThisInterval.set(ctx, 1, 5);
    expect(validity(ctx, inner)).toEqual({ priority: U64_MAX });
    S.RegistrationsThisInterval.set(ctx, 1, 6);
    expect(validity(ctx, inner)).toEqual(custom('RateLimitExceeded'));
  });

  it('what is staked must be there once the tip is paid', () => {
    const all = 10n * TAO;
    expect(validity(createChain(), addStake(all))).toEqual({ priority: U64_MAX });
    expect(validity(createChain(), addStake(all), 1n)).toEqual(custom('BalanceTooLow'));
    expect(validity(createChain(), addStake(all - 1n), 1n)).toEqual({ priority: U64_MAX });
  });

  it('anybody may try a call of Sudo', () => {
    expect(validity(createChain(), call('Sudo', 'set_key', { new: id(COLDKEY) }))).toEqual({ priority: U64_MAX });
  });
});
