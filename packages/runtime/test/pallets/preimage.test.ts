import { ROOT, signed, type RuntimeCall } from '@taonet/frame';
import { bytesToHex } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { getFreeBalance, getTotalBalance } from '../../src/pallets/balances/inspect.ts';
import { boundCall } from '../../src/pallets/preimage/boundedCall.ts';
import { S } from '../../src/pallets/preimage/pallet.ts';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, outcomeOf } from './createBlockCtx.ts';

const [ALICE, BOB] = [account(0xa1), account(0xb2)];
const BYTES = Uint8Array.of(1, 2, 3, 4, 5);
const DEPOSIT = 104_000_000n + 5n * 1_000_000n;
const note = call('Preimage', 'note_preimage', { bytes: BYTES });
const about = (name: string, hash: string): RuntimeCall => call('Preimage', name, { hash });

function fresh() {
  const ctx = createBlockCtx(ALICE, BOB);
  const hash = bytesToHex(ctx.crypto.blake2b256(BYTES));
  return { ctx, hash, kept: () => S.PreimageFor.has(ctx, [hash, BYTES.length]), held: () => getTotalBalance(ctx, ALICE) - getFreeBalance(ctx, ALICE) };
}

describe('noted bytes', () => {
  it('behavior: cost their owner a deposit until he drops them', () => {
    const { ctx, hash, kept, held } = fresh();
    expect(outcomeOf(ctx, signed(ALICE), note)).toBe('ok');
    expect([kept(), held()]).toEqual([true, DEPOSIT]);
    expect(outcomeOf(ctx, signed(BOB), note)).toBe('Preimage.AlreadyNoted');
    expect(outcomeOf(ctx, signed(BOB), about('unnote_preimage', hash))).toBe('Preimage.NotAuthorized');
    expect(outcomeOf(ctx, signed(ALICE), about('unnote_preimage', hash))).toBe('ok');
    expect([kept(), held(), S.RequestStatusFor.has(ctx, hash)]).toEqual([false, 0n, false]);
  });

  it('behavior: that the chain wants stay when the owner takes his deposit back, and go with the last request', () => {
    const { ctx, hash, kept, held } = fresh();
    outcomeOf(ctx, signed(ALICE), note);
    for (let i = 0; i < 2; i++) expect(outcomeOf(ctx, ROOT, about('request_preimage', hash))).toBe('ok');
    expect(outcomeOf(ctx, signed(ALICE), about('unnote_preimage', hash))).toBe('ok');
    expect([kept(), held()]).toEqual([true, 0n]);
    expect(outcomeOf(ctx, ROOT, about('unrequest_preimage', hash))).toBe('ok');
    expect(kept()).toBe(true);
    expect(outcomeOf(ctx, ROOT, about('unrequest_preimage', hash))).toBe('ok');
    expect([kept(), S.RequestStatusFor.has(ctx, hash)]).toEqual([false, false]);
  });

  it('behavior: that somebody owns are his again after the last request', () => {
    const { ctx, hash, kept, held } = fresh();
    outcomeOf(ctx, signed(ALICE), note);
    outcomeOf(ctx, ROOT, about('request_preimage', hash));
    expect(outcomeOf(ctx, ROOT, about('unrequest_preimage', hash))).toBe('ok');
    expect([kept(), held(), S.RequestStatusFor.get(ctx, hash)?.type]).toEqual([true, DEPOSIT, 'Unrequested']);
    expect(outcomeOf(ctx, ROOT, about('unrequest_preimage', hash))).toBe('Preimage.NotRequested');
  });

  it('behavior: that were asked for cost nothing, neither deposit nor fee', () => {
    const { ctx, hash, kept, held } = fresh();
    outcomeOf(ctx, ROOT, about('request_preimage', hash));
    expect(ctx.dispatch(note, signed(ALICE))).toEqual({ ok: true, post: { paysFee: false } });
    expect([kept(), held()]).toEqual([true, 0n]);
    expect(outcomeOf(ctx, signed(ALICE), about('unnote_preimage', hash))).toBe('Preimage.NotAuthorized');
  });

  it('behavior: too many of them are refused, by another name when they are a call to be kept', () => {
    const { ctx } = fresh();
    const bytes = new Uint8Array(4 * 1024 * 1024 + 1);
    expect(outcomeOf(ctx, signed(ALICE), call('Preimage', 'note_preimage', { bytes }))).toBe('Preimage.TooBig');
    expect(() => boundCall(ctx, call('System', 'remark', { remark: bytes }))).toThrow(expect.objectContaining({ name: 'Exhausted' }));
  });
});
