import { addWeight, signed, weightOf, type RuntimeCall } from '@taonet/frame';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getFreeBalance } from '../../src/pallets/balances/inspect.ts';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { insertSigner, multiAccountId } from '../../src/pallets/multisig/accountId.ts';
import { S } from '../../src/pallets/multisig/pallet.ts';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, eventsOf, id, outcomeOf } from './createBlockCtx.ts';

const [ALICE, BOB, CAROL, DAVE] = [account(0xa1), account(0xb2), account(0xc3), account(0xd4)];
const PAY = call('Balances', 'transfer_keep_alive', { dest: id(DAVE), value: 1_000n });
const ENOUGH = { ref_time: 10_000_000_000n, proof_size: 100_000n };
const START = { height: 1_000, index: 0 };

const asMulti = (others: readonly string[], maybe_timepoint: typeof START | undefined, options: { threshold?: number; inner?: RuntimeCall; max_weight?: typeof ENOUGH } = {}): RuntimeCall =>
  call('Multisig', 'as_multi', { threshold: options.threshold ?? 2, other_signatories: others, maybe_timepoint, call: options.inner ?? PAY, max_weight: options.max_weight ?? ENOUGH });

describe('an operation of two out of three', () => {
  function started() {
    const ctx = createBlockCtx(ALICE, BOB, CAROL);
    mintInto(ctx, multiAccountId(ctx, [ALICE, BOB, CAROL], 2), 1_000_000n);
    expect(outcomeOf(ctx, signed(ALICE), asMulti([BOB, CAROL], undefined))).toBe('ok');
    return ctx;
  }

  it('behavior: is made with the second approval, and the deposit of 0.132 + 2 × 0.032 TAO goes back', () => {
    const ctx = started();
    expect(getFreeBalance(ctx, ALICE)).toBe(10_000_000_000n - 196_000_000n);
    expect(eventsOf(ctx, () => outcomeOf(ctx, signed(CAROL), asMulti([ALICE, BOB], START))).at(-1)).toMatchObject({ name: 'Multisig.MultisigExecuted', fields: { result: { type: 'Ok' } } });
    expect([getFreeBalance(ctx, ALICE), getFreeBalance(ctx, DAVE), S.Multisigs.rawKeys(ctx).length]).toEqual([10_000_000_000n, 1_000n, 0]);
  });

  it.each([
    { why: 'without the time it started', who: BOB, make: asMulti([ALICE, CAROL], undefined), refused: 'Multisig.NoTimepoint' },
    { why: 'with another time', who: BOB, make: asMulti([ALICE, CAROL], { height: 999, index: 0 }), refused: 'Multisig.WrongTimepoint' },
    { why: 'approved twice', who: ALICE, make: asMulti([BOB, CAROL], START), refused: 'Multisig.AlreadyApproved' },
    { why: 'with too little weight', who: BOB, make: asMulti([ALICE, CAROL], START, { max_weight: { ref_time: 1n, proof_size: 1n } }), refused: 'Multisig.MaxWeightTooLow' },
    { why: 'out of order', who: BOB, make: asMulti([CAROL, ALICE], START), refused: 'Multisig.SignatoriesOutOfOrder' },
    { why: 'with oneself among the others', who: BOB, make: asMulti([ALICE, BOB], START), refused: 'Multisig.SenderInSignatories' },
    { why: 'of nobody else', who: BOB, make: asMulti([], START), refused: 'Multisig.TooFewSignatories' },
    { why: 'of more than 100', who: BOB, make: asMulti(Array.from({ length: 100 }, (_, i) => account(i)), START), refused: 'Multisig.TooManySignatories' },
    { why: 'by one alone', who: BOB, make: asMulti([ALICE, CAROL], START, { threshold: 1 }), refused: 'Multisig.MinimumThreshold' },
    { why: 'not started, with a time', who: BOB, make: asMulti([ALICE, DAVE], START), refused: 'Multisig.UnexpectedTimepoint' },
    { why: 'cancelled by another', who: BOB, make: call('Multisig', 'cancel_as_multi', { threshold: 2, other_signatories: [ALICE, CAROL], timepoint: START, call_hash: new Uint8Array(32) }), refused: 'Multisig.NotFound' },
  ])('refuses: $why', ({ who, make, refused }) => {
    expect(outcomeOf(started(), signed(who), make)).toBe(refused);
  });

  it('behavior: a call that fails is done with all the same', () => {
    const ctx = started();
    const inner = call('Balances', 'transfer_keep_alive', { dest: id(DAVE), value: 5_000_000n });
    outcomeOf(ctx, signed(ALICE), asMulti([BOB, CAROL], undefined, { inner }));
    expect(eventsOf(ctx, () => expect(outcomeOf(ctx, signed(BOB), asMulti([ALICE, CAROL], START, { inner }))).toBe('ok')).at(-1)).toMatchObject({ fields: { result: { type: 'Err' } } });
    expect(S.Multisigs.rawKeys(ctx)).toHaveLength(1);
  });
});

describe('a call that one of several may make', () => {
  it('behavior: refused, it weighs what the inner call weighed, its own 20,470,382 ps, two reads and 397 ps a byte', () => {
    const ctx = createBlockCtx(ALICE);
    const inner = call('Utility', 'batch_all', { calls: [call('Sudo', 'remove_key')] });
    const make = call('Multisig', 'as_multi_threshold_1', { other_signatories: [BOB], call: inner });
    const within = ctx.dispatch(inner, signed(multiAccountId(ctx, [ALICE, BOB], 1)));
    const result = ctx.dispatch(make, signed(ALICE));
    expect(within.ok || result.ok).toBe(false);
    const own = weightOf(20_470_382n + 397n * BigInt(ctx.encodeCall(inner).length) + 50_000_000n, 3_997n);
    expect(result.post).toEqual({ actualWeight: addWeight(own, within.post.actualWeight!) });
    expect(ctx.events.records).toHaveLength(createBlockCtx(ALICE).events.records.length);
  });
});

describe('the account of several', () => {
  it('behavior: is the same whoever of them signs', () => {
    const ctx = createBlockCtx();
    fc.assert(fc.property(fc.uniqueArray(fc.nat(255), { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (bytes, threshold) => {
      const all = bytes.sort((a, b) => a - b).map(account);
      const ids = all.map((who) => multiAccountId(ctx, insertSigner(all.filter((one) => one !== who), who), threshold));
      expect(new Set(ids).size).toBe(1);
    }));
  });
});
