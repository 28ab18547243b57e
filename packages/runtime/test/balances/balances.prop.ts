import { inLayer } from '@taonet/frame';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getTotalBalance } from '../../src/pallets/balances/inspect.ts';
import { burnFrom, mintInto } from '../../src/pallets/balances/issue.ts';
import { hold, release } from '../../src/pallets/balances/holds.ts';
import { S } from '../../src/pallets/balances/pallet.ts';
import { repatriateReserved, reserve, slashReserved, unreserve } from '../../src/pallets/balances/reserve.ts';
import { transfer } from '../../src/pallets/balances/transfer.ts';
import { getAccount } from '../../src/pallets/system/accounts.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const ACCOUNTS = [1, 2, 3].map(account);
const ED = 500n;
const PREIMAGE = { type: 'Preimage', value: 'Preimage' } as const;

type Step = readonly [from: number, to: number, amount: bigint, what: number];

function apply(ctx: TestCtx, [from, to, amount, what]: Step): void {
  const [a, b] = [ACCOUNTS[from]!, ACCOUNTS[to]!];
  const terms = { precision: 'BestEffort', preservation: 'Expendable', fortitude: 'Polite' } as const;
  const steps = [
    () => mintInto(ctx, a, amount),
    () => transfer(ctx, a, b, amount, 'Expendable'),
    () => transfer(ctx, a, b, amount, 'Preserve'),
    () => burnFrom(ctx, a, amount, terms),
    () => reserve(ctx, a, amount),
    () => unreserve(ctx, a, amount),
    () => repatriateReserved(ctx, a, b, amount, amount % 2n === 0n ? 'Free' : 'Reserved'),
    () => slashReserved(ctx, a, amount),
    () => hold(ctx, a, PREIMAGE, amount),
    () => release(ctx, a, PREIMAGE, amount, 'BestEffort'),
  ];
  inLayer(ctx, steps[what]!);
}

it('whatever is done: issuance is the sum of balances, accounts without provider are gone, consumers are counted', () => {
  const step = fc.tuple(fc.nat(2), fc.nat(2), fc.bigInt(0n, 3_000n), fc.nat(9));
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
    const ctx = createTestCtx();
    for (const one of steps) {
      apply(ctx, one);
      const total = ACCOUNTS.reduce((sum, who) => sum + getTotalBalance(ctx, who), 0n);
      expect(S.TotalIssuance.get(ctx)).toBe(total);
      for (const who of ACCOUNTS) {
        const { providers, consumers, data } = getAccount(ctx, who);
        expect(providers).toBe(data.free >= ED ? 1 : 0);
        expect(consumers).toBe(data.reserved > 0n ? 1 : 0);
        if (providers === 0) expect(data).toMatchObject({ free: 0n, reserved: 0n });
      }
    }
  }), { numRuns: 150 });
});
