import { U64F64 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { expDecay, rollForwardLock, type LockState } from '../../src/pallets/subtensor/locks/convictionModel.ts';
import { availableToUnstake, doLockStake, doSetPerpetualLock, forceReduceLock } from '../../src/pallets/subtensor/locks/lockStake.ts';
import { setAcceptLockedAlpha } from '../../src/pallets/subtensor/locks/lockFlags.ts';
import { transferLock } from '../../src/pallets/subtensor/locks/moveLock.ts';
import { subnetKing } from '../../src/pallets/subtensor/locks/subnetOwnership.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const NETUID = 1;
const [HOTKEY, OTHER_HOTKEY, ALICE, BOB] = [account(1), account(2), account(3), account(4)] as const;
const RATE = 934_866n;
const lock = (mass: bigint, conviction: bigint, at = 0n): LockState => ({ locked_mass: mass, conviction: U64F64.fromInt(conviction), last_update: at });
const clock = (now: bigint) => ({ now, unlockRate: RATE, maturityRate: RATE });

function createStaker(alpha: bigint): TestCtx {
  const ctx = createTestCtx({ block: 1_000 });
  S.Owner.set(ctx, HOTKEY, account(9));
  S.Owner.set(ctx, OTHER_HOTKEY, account(9));
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: ALICE, netuid: NETUID }, alpha);
  return ctx;
}

describe('a lock in time', () => {
  test('a decaying lock gives its mass free by a half in ln 2 of its rate, and has earned conviction meanwhile', () => {
    const half = rollForwardLock(lock(1_000_000_000n, 0n), clock(648_000n), { owner: false, perpetual: false });
    expect(half.locked_mass).toBeGreaterThan(499_990_000n);
    expect(half.locked_mass).toBeLessThan(500_010_000n);
    expect(U64F64.saturatingToU64(half.conviction)).toBeGreaterThan(346_000_000n); // mass · (dt/τ) · d = 0.6931 · 0.5
    expect(U64F64.saturatingToU64(half.conviction)).toBeLessThan(347_000_000n);
  });

  test('a perpetual lock keeps its mass, its conviction approaches it', () => {
    const late = rollForwardLock(lock(1_000_000n, 0n), clock(50n * RATE), { owner: false, perpetual: true });
    expect(late.locked_mass).toBe(1_000_000n);
    expect(U64F64.saturatingToU64(late.conviction)).toBe(999_999n);
  });

  test('on the owner\'s hotkey conviction is the mass, at once', () => {
    expect(rollForwardLock(lock(500n, 7n, 5n), clock(5n), { owner: true, perpetual: false }).conviction).toBe(U64F64.fromInt(500n));
  });

  test('nothing is left of a lock below the threshold', () => {
    expect(rollForwardLock(lock(99n, 99n, 5n), clock(5n), { owner: false, perpetual: true })).toEqual(lock(0n, 0n, 5n));
    expect(rollForwardLock(lock(99n, 100n, 5n), clock(5n), { owner: false, perpetual: true })).toEqual(lock(99n, 100n, 5n));
  });

  test('decay at its ends', () => {
    expect(expDecay(0n, 0n)).toBe(U64F64.one);
    expect(expDecay(1n, 0n)).toBe(U64F64.zero);
    expect(expDecay(1n << 40n, 1n)).toBe(expDecay(40n, 1n)); // the exponent stops at −40
  });
});

describe('locked stake', () => {
  test('cannot be unstaked; more can be locked only on the same hotkey and up to the stake', () => {
    const ctx = createStaker(1_000n);
    const key = { coldkey: ALICE, hotkey: HOTKEY, netuid: NETUID };
    doLockStake(ctx, key, 600n);
    expect(availableToUnstake(ctx, ALICE, NETUID)).toBe(400n);
    expect(() => doLockStake(ctx, key, 401n)).toThrow(expect.objectContaining({ name: 'SubtensorModule.InsufficientStakeForLock' }));
    expect(() => doLockStake(ctx, { ...key, hotkey: OTHER_HOTKEY }, 1n)).toThrow(expect.objectContaining({ name: 'SubtensorModule.LockHotkeyMismatch' }));
    doLockStake(ctx, key, 400n);
    expect(S.Lock.get(ctx, ALICE, NETUID, HOTKEY)?.locked_mass).toBe(1_000n);
    expect(S.DecayingHotkeyLock.get(ctx, NETUID, HOTKEY)?.locked_mass).toBe(1_000n);
  });

  test('choosing perpetual moves the lock to the other sum', () => {
    const ctx = createStaker(1_000n);
    doLockStake(ctx, { coldkey: ALICE, hotkey: HOTKEY, netuid: NETUID }, 600n);
    doSetPerpetualLock(ctx, ALICE, NETUID, true);
    expect(S.HotkeyLock.get(ctx, NETUID, HOTKEY)?.locked_mass).toBe(600n);
    expect(S.DecayingHotkeyLock.has(ctx, NETUID, HOTKEY)).toBe(false);
    System.Number.set(ctx, 1_000_000);
    expect(availableToUnstake(ctx, ALICE, NETUID)).toBe(400n);
    doSetPerpetualLock(ctx, ALICE, NETUID, false);
    expect(S.DecayingHotkeyLock.get(ctx, NETUID, HOTKEY)?.locked_mass).toBe(600n);
    expect(S.HotkeyLock.has(ctx, NETUID, HOTKEY)).toBe(false);
  });

  test('follows a transfer only as far as the stake is not free, and only to who accepts it', () => {
    const ctx = createStaker(1_000n);
    doLockStake(ctx, { coldkey: ALICE, hotkey: HOTKEY, netuid: NETUID }, 600n);
    transferLock(ctx, ALICE, BOB, NETUID, 400n);
    expect(S.Lock.has(ctx, BOB, NETUID, HOTKEY)).toBe(false);
    expect(() => transferLock(ctx, ALICE, BOB, NETUID, 700n)).toThrow(expect.objectContaining({ name: 'SubtensorModule.AccountRejectsLockedAlpha' }));
    setAcceptLockedAlpha(ctx, BOB, true);
    transferLock(ctx, ALICE, BOB, NETUID, 700n);
    expect(S.Lock.get(ctx, BOB, NETUID, HOTKEY)?.locked_mass).toBe(300n);
    expect(S.Lock.get(ctx, ALICE, NETUID, HOTKEY)?.locked_mass).toBe(300n);
  });

  test('shrinks with a forced reduction and is gone at zero', () => {
    const ctx = createStaker(1_000n);
    doLockStake(ctx, { coldkey: ALICE, hotkey: HOTKEY, netuid: NETUID }, 600n);
    forceReduceLock(ctx, ALICE, NETUID, 250n);
    expect(S.Lock.get(ctx, ALICE, NETUID, HOTKEY)?.locked_mass).toBe(350n);
    forceReduceLock(ctx, ALICE, NETUID, 9_999n);
    expect(S.Lock.has(ctx, ALICE, NETUID, HOTKEY)).toBe(false);
    expect(S.LockingColdkeys.has(ctx, NETUID, HOTKEY, ALICE)).toBe(false);
    expect(S.DecayingHotkeyLock.has(ctx, NETUID, HOTKEY)).toBe(false);
  });
});

test('of equal convictions the greater account id is king', () => {
  const ctx = createTestCtx({ block: 10 });
  for (const hotkey of [OTHER_HOTKEY, HOTKEY]) S.HotkeyLock.set(ctx, NETUID, hotkey, lock(1_000n, 500n, 10n));
  S.HotkeyLock.set(ctx, NETUID, account(7), lock(9_000n, 499n, 10n));
  expect(subnetKing(ctx, NETUID)).toBe(OTHER_HOTKEY);
});
