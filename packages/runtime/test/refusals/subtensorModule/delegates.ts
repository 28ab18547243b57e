import { ROOT } from '@taonet/frame';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { call } from '../../pallets/createBlockCtx.ts';
import type { Provocation } from '../provoke.ts';
import { all, coldkey, COLDKEY, HOTKEY, NETUID, OTHER_COLDKEY, owns, subnet, subtensor, unguarded, type Step } from './scenery.ts';

const raise = (take: number) => subtensor('increase_take', { hotkey: HOTKEY, take });
const lower = (take: number) => subtensor('decrease_take', { hotkey: HOTKEY, take });
const takes = (take: number): Step => all(owns(), (ctx) => S.Delegates.set(ctx, HOTKEY, take));
const atLeast: Step = (ctx) => S.MinDelegateTake.set(ctx, 100);
const raisedAt = (block: bigint): Step => (ctx) => S.LastRateLimitedBlock.set(ctx, { type: 'LastTxBlockDelegateTake', value: HOTKEY }, block);

function row(error: string, inner: Provocation['call'], facts: Provocation['facts'], more: Partial<Provocation> = {}): Provocation {
  return { error: `SubtensorModule.${error}`, origin: coldkey, call: inner, facts, ...more };
}

const alphaValues = (low: number, high: number, facts: Provocation['facts'], error: string, on = true): Provocation => row(
  error, call('AdminUtils', 'sudo_set_alpha_values', { netuid: NETUID, alpha_low: low, alpha_high: high }), facts,
  { because: `${low} to ${high}`, origin: ROOT, arrange: all(subnet(), (ctx) => S.LiquidAlphaOn.set(ctx, NETUID, on)) },
);

export const rows: readonly Provocation[] = [
  row('HotKeyAccountNotExists', raise(1), { hotkey: HOTKEY }, { because: 'increase_take, before dispatch' }),
  row('HotKeyAccountNotExists', raise(1), { hotkey: HOTKEY }, { because: 'increase_take, at dispatch', ...unguarded(COLDKEY, raise(1)) }),
  row('NonAssociatedColdKey', lower(1), { hotkey: HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY }, { because: 'decrease_take', arrange: owns(HOTKEY, OTHER_COLDKEY) }),
  row('DelegateTakeTooLow', raise(99), { hotkey: HOTKEY, actual: 99, required: 100 }, { because: 'below the minimum, before dispatch', arrange: all(owns(), atLeast) }),
  row('DelegateTakeTooLow', lower(99), { hotkey: HOTKEY, actual: 99, required: 100 }, { because: 'below the minimum, at dispatch', arrange: all(owns(), atLeast), ...unguarded(COLDKEY, lower(99)) }),
  row('DelegateTakeTooLow', raise(500), { hotkey: HOTKEY, actual: 500, required: 501 }, { because: 'no increase', arrange: takes(500) }),
  row('DelegateTakeTooLow', lower(500), { hotkey: HOTKEY, actual: 500, required: 499 }, { because: 'no decrease', arrange: takes(500) }),
  row('DelegateTakeTooHigh', raise(11_797), { hotkey: HOTKEY, actual: 11_797, required: 11_796 }, { because: 'before dispatch', arrange: owns() }),
  row('DelegateTakeTooHigh', raise(11_797), { hotkey: HOTKEY, actual: 11_797, required: 11_796 }, { because: 'at dispatch', arrange: owns(), ...unguarded(COLDKEY, raise(11_797)) }),
  row('DelegateTxRateLimitExceeded', raise(501), { hotkey: HOTKEY, actual: 1_000n, required: 216_901n }, { arrange: all(takes(500), raisedAt(900n)) }),

  row('HotKeyNotRegisteredInSubNet', subtensor('set_coldkey_auto_stake_hotkey', { netuid: NETUID, hotkey: HOTKEY }), { netuid: NETUID, hotkey: HOTKEY }, { because: 'set_coldkey_auto_stake_hotkey', arrange: subnet() }),
  row('HotKeyNotRegisteredInSubNet', subtensor('set_auto_parent_delegation_enabled', { hotkey: HOTKEY, enabled: true }), { netuid: 0, hotkey: HOTKEY }, { because: 'set_auto_parent_delegation_enabled', arrange: owns() }),

  alphaValues(1_638, 1_638, { netuid: NETUID, actual: 'off' }, 'LiquidAlphaDisabled', false),
  alphaValues(1_638, 1_637, { netuid: NETUID, actual: 1_637, required: 1_638 }, 'AlphaHighTooLow'),
  alphaValues(1_637, 2_000, { netuid: NETUID, actual: 1_637, required: 1_638 }, 'AlphaLowOutOfRange'),
  alphaValues(2_001, 2_000, { netuid: NETUID, actual: 2_001, required: 2_000 }, 'AlphaLowOutOfRange'),
];
