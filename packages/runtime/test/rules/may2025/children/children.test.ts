import { inLayer, signed } from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S as System } from '../../../../src/pallets/system/pallet.ts';
import { doSetChildkeyTake } from '../../../../src/rules/may2025/children/childkeyTake.ts';
import { doSetPendingChildren } from '../../../../src/rules/may2025/children/pendingChildren.ts';
import { doScheduleChildren } from '../../../../src/rules/may2025/children/setChildren.ts';
import { Ev, S } from '../../../../src/rules/may2025/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../../../createTestCtx.ts';

const NETUID = 1;
const [HOTKEY, COLDKEY] = [account(1), account(0x11)];
const [CHILD, OTHER] = [account(2), account(3)];

function createSubnet(): TestCtx {
  const ctx = createTestCtx({ build: { fast: false, powFaucet: false, extended: true } });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.Owner.set(ctx, HOTKEY, COLDKEY);
  return ctx;
}

function schedule(ctx: TestCtx, children: [bigint, string][], netuid = NETUID): string {
  const outcome = inLayer(ctx, () => doScheduleChildren(ctx, signed(COLDKEY), { hotkey: HOTKEY, netuid, children }));
  return 'refusal' in outcome ? outcome.refusal.name.replace('SubtensorModule.', '') : 'Ok';
}

describe('set_children', () => {
  test.each([
    ['RegistrationNotPermittedOnRootSubnet', [], 0],
    ['SubNetworkDoesNotExist', [], 9],
    ['TooManyChildren', [1, 2, 3, 4, 5, 6].map((byte) => [U64_MAX, account(byte)]), NETUID],
    ['InvalidChild', [[U64_MAX, HOTKEY], [1n, CHILD]], NETUID],
    ['ProportionOverflow', [[U64_MAX, CHILD], [1n, CHILD]], NETUID],
    ['DuplicateChild', [[1n, CHILD], [1n, CHILD]], NETUID],
    ['Ok', [[U64_MAX - 1n, CHILD], [1n, OTHER]], NETUID],
  ] as const)('%s', (expected, children, netuid) => {
    expect(schedule(createSubnet(), children as unknown as [bigint, string][], netuid)).toBe(expected);
  });

  test('needs stake for children, none to drop them; the hotkey of the subnet\'s owner needs none', () => {
    const ctx = createSubnet();
    S.StakeThreshold.set(ctx, 1n);
    expect(schedule(ctx, [[1n, CHILD]])).toBe('NotEnoughStakeToSetChildkeys');
    expect(schedule(ctx, [])).toBe('Ok');
    S.TransactionKeyLastBlock.clearPrefix(ctx);
    S.SubnetOwnerHotkey.set(ctx, NETUID, HOTKEY);
    expect(schedule(ctx, [[1n, CHILD]])).toBe('Ok');
  });

  test('waits a day, whether the subnet was started or not, and asks nobody whether a child is a parent', () => {
    const ctx = createSubnet();
    S.ParentKeys.set(ctx, HOTKEY, NETUID, [[5n, CHILD]]);
    expect(schedule(ctx, [[1n, CHILD]])).toBe('Ok');
    expect(S.PendingChildKeys.get(ctx, NETUID, HOTKEY)).toEqual([[[1n, CHILD]], 8_200n]);
    expect(ctx.events).toEqual([Ev.SetChildrenScheduled([HOTKEY, NETUID, 8_200n, [[1n, CHILD]]])]);
    expect(schedule(ctx, [])).toBe('TxRateLimitExceeded');
  });
});

describe('children that are due', () => {
  test('take effect after their block, not in it; lists that become empty stay as empty lists', () => {
    const ctx = createSubnet();
    S.ChildKeys.set(ctx, HOTKEY, NETUID, [[7n, CHILD]]);
    S.ParentKeys.set(ctx, CHILD, NETUID, [[7n, HOTKEY]]);
    S.PendingChildKeys.set(ctx, NETUID, HOTKEY, [[[9n, OTHER]], 1_000n]);
    doSetPendingChildren(ctx, NETUID);
    expect([S.ChildKeys.get(ctx, HOTKEY, NETUID), ctx.events]).toEqual([[[7n, CHILD]], []]);
    System.Number.set(ctx, 1_001);
    doSetPendingChildren(ctx, NETUID);
    expect(S.ChildKeys.get(ctx, HOTKEY, NETUID)).toEqual([[9n, OTHER]]);
    expect(S.ParentKeys.get(ctx, OTHER, NETUID)).toEqual([[9n, HOTKEY]]);
    expect(S.ParentKeys.tryGet(ctx, CHILD, NETUID)).toEqual([]);
    expect(S.PendingChildKeys.has(ctx, NETUID, HOTKEY)).toBe(false);
    expect(ctx.events).toEqual([Ev.SetChildren([HOTKEY, NETUID, [[9n, OTHER]]])]);
  });

  test('a child that stays goes to the end of its parents', () => {
    const ctx = createSubnet();
    S.ChildKeys.set(ctx, HOTKEY, NETUID, [[7n, CHILD]]);
    S.ParentKeys.set(ctx, CHILD, NETUID, [[7n, HOTKEY], [5n, OTHER]]);
    S.PendingChildKeys.set(ctx, NETUID, HOTKEY, [[[8n, CHILD]], 1n]);
    doSetPendingChildren(ctx, NETUID);
    expect(S.ParentKeys.get(ctx, CHILD, NETUID)).toEqual([[5n, OTHER], [8n, HOTKEY]]);
  });
});

test('a childkey take has an upper bound only; lowering it is not rate limited', () => {
  const ctx = createSubnet();
  S.MinChildkeyTake.set(ctx, 100);
  const set = (take: number): string => {
    const outcome = inLayer(ctx, () => doSetChildkeyTake(ctx, COLDKEY, { hotkey: HOTKEY, netuid: NETUID, take }));
    return 'refusal' in outcome ? outcome.refusal.name.replace('SubtensorModule.', '') : 'Ok';
  };
  expect([11_797, 11_796, 0, 1, 0].map(set)).toEqual(['InvalidChildkeyTake', 'Ok', 'Ok', 'TxChildkeyTakeRateLimitExceeded', 'Ok']);
});
