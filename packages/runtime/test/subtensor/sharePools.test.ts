import { safeFloatFromU64, U64F64 } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { alphaEntries, alphaEntriesOfPair } from '../../src/pallets/subtensor/staking/alphaEntries.ts';
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyOnSubnet,
} from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { account, createTestCtx } from '../createTestCtx.ts';

const [HOTKEY, ALICE, BOB, NETUID] = [account(1), account(2), account(3), 4] as const;
const alice = { hotkey: HOTKEY, coldkey: ALICE, netuid: NETUID };
const bob = { ...alice, coldkey: BOB };

test('shares in the older format are read, and moved when they are written', () => {
  const ctx = createTestCtx();
  S.Alpha.set(ctx, HOTKEY, ALICE, NETUID, U64F64.fromInt(300n));
  S.Alpha.set(ctx, HOTKEY, BOB, NETUID, U64F64.fromInt(100n));
  S.TotalHotkeyShares.set(ctx, HOTKEY, NETUID, U64F64.fromInt(400n));
  S.TotalHotkeyAlpha.set(ctx, HOTKEY, NETUID, 8_000n);
  expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, alice)).toBe(6_000n);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, alice, 2_000n);
  expect([alice, bob].map((key) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, key))).toEqual([8_000n, 2_000n]);
  expect(S.Alpha.has(ctx, HOTKEY, ALICE, NETUID)).toBe(false);
  expect(S.Alpha.has(ctx, HOTKEY, BOB, NETUID)).toBe(true);
  expect(S.TotalHotkeyShares.has(ctx, HOTKEY, NETUID)).toBe(false);
  expect(S.TotalHotkeySharesV2.get(ctx, HOTKEY, NETUID)).toEqual(safeFloatFromU64(500n));
  expect(alphaEntries(ctx).map(({ coldkey, share }) => [coldkey, share])).toEqual([[ALICE, safeFloatFromU64(400n)], [BOB, safeFloatFromU64(100n)]]);
});

test('where both formats have a share the newer one is listed', () => {
  const ctx = createTestCtx();
  S.Alpha.set(ctx, HOTKEY, ALICE, NETUID, U64F64.fromInt(1n));
  S.AlphaV2.set(ctx, HOTKEY, ALICE, NETUID, safeFloatFromU64(2n));
  S.AlphaV2.set(ctx, HOTKEY, ALICE, 0, { mantissa: 0n, exponent: 0n });
  expect(alphaEntriesOfPair(ctx, HOTKEY, ALICE).map(({ netuid, share }) => [netuid, share])).toEqual([[NETUID, safeFloatFromU64(2n)]]);
});

test('value added while nobody has shares belongs to who comes first', () => {
  const ctx = createTestCtx();
  increaseStakeForHotkeyOnSubnet(ctx, HOTKEY, NETUID, 500n);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, alice, 1_000n);
  expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, alice)).toBe(1_500n);
});

test('taking more than there is does nothing; taking all removes every record', () => {
  const ctx = createTestCtx();
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, alice, 1_000n);
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, alice, 1_001n);
  expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, alice)).toBe(1_000n);
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, alice, 1_000n);
  expect([S.AlphaV2.has(ctx, HOTKEY, ALICE, NETUID), S.TotalHotkeyAlpha.has(ctx, HOTKEY, NETUID), S.TotalHotkeySharesV2.has(ctx, HOTKEY, NETUID)]).toEqual([false, false, false]);
  expect(S.StakingHotkeys.get(ctx, ALICE)).toEqual([HOTKEY]);
});
