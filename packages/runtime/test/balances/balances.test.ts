import { inLayer, type Ctx } from '@taonet/frame';
import { decode } from '@taonet/codec';
import { runtimeEvent } from '@taonet/abi';
import { describe, expect, it } from 'vitest';
import { getTotalBalance, reducibleBalance } from '../../src/pallets/balances/inspect.ts';
import { burnFrom, dropCredit, issue, mintInto, resolve, withdraw } from '../../src/pallets/balances/issue.ts';
import { balanceOnHold, hold, release } from '../../src/pallets/balances/holds.ts';
import { S } from '../../src/pallets/balances/pallet.ts';
import { repatriateReserved, reserve, unreserve } from '../../src/pallets/balances/reserve.ts';
import { transfer } from '../../src/pallets/balances/transfer.ts';
import { getAccount } from '../../src/pallets/system/accounts.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const A = account(0xaa);
const B = account(0xbb);
const ED = 500n;
const PREIMAGE = { type: 'Preimage', value: 'Preimage' } as const;

const names = (ctx: TestCtx): string[] => ctx.events.map((event) => {
  const { type, value } = decode(runtimeEvent, event);
  return `${type}.${value.type}`;
});
const refusalOf = (ctx: Ctx, work: () => unknown): string => {
  const done = inLayer(ctx, work);
  return 'refusal' in done ? done.refusal.name : 'none';
};

function funded(rao: bigint): TestCtx {
  const ctx = createTestCtx();
  mintInto(ctx, A, rao);
  ctx.events.length = 0;
  return ctx;
}

describe('a transfer', () => {
  it.each([
    { why: 'to a new account', from: 10_000n, amount: 1_000n, keep: true, events: ['System.NewAccount', 'Balances.Endowed', 'Balances.Transfer'], left: 9_000n, lost: 0n },
    { why: 'of everything kills the sender', from: 10_000n, amount: 10_000n, keep: false, events: ['System.KilledAccount', 'System.NewAccount', 'Balances.Endowed', 'Balances.Transfer'], left: 0n, lost: 0n },
    { why: 'that leaves dust loses it', from: 10_000n, amount: 9_600n, keep: false, events: ['System.KilledAccount', 'Balances.DustLost', 'System.NewAccount', 'Balances.Endowed', 'Balances.Transfer'], left: 0n, lost: 400n },
  ])('$why', ({ from, amount, keep, events, left, lost }) => {
    const ctx = funded(from);
    transfer(ctx, A, B, amount, keep ? 'Preserve' : 'Expendable');
    expect(names(ctx)).toEqual(events);
    expect([getTotalBalance(ctx, A), getTotalBalance(ctx, B)]).toEqual([left, amount]);
    expect(S.TotalIssuance.get(ctx)).toBe(from - lost);
  });

  it.each([
    { why: 'more than there is', amount: 10_001n, keep: false, refusal: 'Token.FundsUnavailable' },
    { why: 'would kill what must live', amount: 9_600n, keep: true, refusal: 'Token.NotExpendable' },
    { why: 'too little for a new account', amount: ED - 1n, keep: false, refusal: 'Token.BelowMinimum' },
  ])('refuses: $why', ({ amount, keep, refusal }) => {
    const ctx = funded(10_000n);
    mintInto(ctx, account(0xcc), 10_000n);
    ctx.events.length = 0;
    expect(refusalOf(ctx, () => transfer(ctx, A, B, amount, keep ? 'Preserve' : 'Expendable'))).toBe(refusal);
    expect(ctx.events).toEqual([]);
    expect(getTotalBalance(ctx, A)).toBe(10_000n);
  });

  it('refuses: more than all there is, before asking whose', () => {
    const ctx = funded(10_000n);
    expect(refusalOf(ctx, () => transfer(ctx, A, B, 10_001n, 'Expendable'))).toBe('Arithmetic.Underflow');
  });

  it('default: to oneself nothing happens', () => {
    const ctx = funded(10_000n);
    transfer(ctx, A, A, 5_000n, 'Preserve');
    expect(ctx.events).toEqual([]);
  });
});

describe('reserved balance', () => {
  it('behavior: counts as one consumer however often it grows, and none when it is gone', () => {
    const ctx = funded(10_000n);
    reserve(ctx, A, 1_000n);
    reserve(ctx, A, 1_000n);
    expect(getAccount(ctx, A)).toMatchObject({ consumers: 1, providers: 1 });
    expect(reducibleBalance(ctx, A, 'Expendable')).toBe(8_000n - ED);
    expect(unreserve(ctx, A, 5_000n)).toBe(3_000n);
    expect(getAccount(ctx, A).consumers).toBe(0);
    expect(names(ctx)).toEqual(['Balances.Reserved', 'Balances.Reserved', 'Balances.Unreserved']);
  });

  it('refuses: repatriating to an account that does not exist', () => {
    const ctx = funded(10_000n);
    reserve(ctx, A, 1_000n);
    expect(refusalOf(ctx, () => repatriateReserved(ctx, A, B, 1_000n, 'Free'))).toBe('Balances.DeadAccount');
  });

  it('behavior: the last provider stays while somebody relies on the account', () => {
    const ctx = funded(10_000n);
    reserve(ctx, A, 9_000n);
    expect(refusalOf(ctx, () => transfer(ctx, A, B, 1_000n, 'Expendable'))).toBe('Token.Frozen');
  });
});

describe('holds', () => {
  it('behavior: go and come without events; the empty list stays', () => {
    const ctx = funded(10_000n);
    hold(ctx, A, PREIMAGE, 2_000n);
    expect(balanceOnHold(ctx, A, PREIMAGE)).toBe(2_000n);
    expect(release(ctx, A, PREIMAGE, 5_000n, 'BestEffort')).toBe(2_000n);
    expect(S.Holds.tryGet(ctx, A)).toEqual([]);
    expect(ctx.events).toEqual([]);
    expect(getAccount(ctx, A).data).toMatchObject({ free: 10_000n, reserved: 0n });
  });
});

describe('credits', () => {
  it('behavior: what an account cannot take is still the caller\'s', () => {
    const ctx = funded(10_000n);
    const credit = issue(ctx, ED - 1n);
    expect(resolve(ctx, B, credit)).toBe(false);
    expect(S.TotalIssuance.get(ctx)).toBe(10_000n + ED - 1n);
    dropCredit(ctx, credit);
    expect(S.TotalIssuance.get(ctx)).toBe(10_000n);
    expect(names(ctx)).toEqual(['Balances.Issued']);
  });

  it('behavior: withdrawing keeps the issuance, burning lowers it', () => {
    const ctx = funded(10_000n);
    const credit = withdraw(ctx, A, 1_000n, { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' });
    expect(S.TotalIssuance.get(ctx)).toBe(10_000n);
    expect(resolve(ctx, B, credit)).toBe(true);
    burnFrom(ctx, A, 1_000n, { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' });
    expect(S.TotalIssuance.get(ctx)).toBe(9_000n);
    expect(names(ctx)).toEqual(['Balances.Withdraw', 'System.NewAccount', 'Balances.Endowed', 'Balances.Deposit', 'Balances.Burned']);
  });
});
