import { describe, expect, it } from 'vitest';
import { blake2Concat, identity, item, map, option, optionalMap, u16, u64, accountId, vec } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { bytesToHex } from '@taonet/primitives';
import { MemoryState } from './state/memoryState.ts';
import { Overlay } from './state/overlay.ts';
import { bindStorage } from './storageItem.ts';

const crypto = await createCrypto();
const build = { fast: false, powFaucet: false };
const S = bindStorage({
  name: 'Test',
  storage: {
    Tempo: map([identity(u16)], u16, 360),
    Owner: optionalMap([blake2Concat(accountId)], accountId),
    Stake: map([blake2Concat(accountId), identity(u16)], u64, 0n),
    Rows: map([identity(u16)], vec(u16), []),
    Perhaps: item(option(u16), 7),
  },
});
const alice = 'aa'.repeat(32);
const freshCtx = (state = new MemoryState()) => ({ state: new Overlay(state), crypto, build });

describe('StorageItem', () => {
  it('default: absent reads as the default, or undefined', () => {
    const ctx = freshCtx();
    expect(S.Tempo.get(ctx, 1)).toBe(360);
    expect(S.Tempo.tryGet(ctx, 1)).toBeUndefined();
    expect(S.Owner.get(ctx, alice)).toBeUndefined();
  });

  it('behavior: a stored None is not an absent entry', () => {
    const ctx = freshCtx();
    expect(S.Perhaps.get(ctx)).toBe(7);
    S.Perhaps.set(ctx, undefined);
    expect(S.Perhaps.get(ctx)).toBeUndefined();
    expect(S.Perhaps.has(ctx)).toBe(true);
  });

  it('behavior: what a layer wrote is forgotten with it', () => {
    const ctx = freshCtx();
    S.Tempo.set(ctx, 1, 10);
    ctx.state.begin();
    S.Tempo.set(ctx, 1, 20);
    S.Tempo.mutate(ctx, 1, (tempo) => tempo + 1);
    expect(S.Tempo.get(ctx, 1)).toBe(21);
    ctx.state.rollback();
    expect(S.Tempo.get(ctx, 1)).toBe(10);
  });

  it('behavior: two states keep their own values', () => {
    const [one, two] = [freshCtx(), freshCtx()];
    S.Stake.set(one, alice, 1, 5n);
    expect(S.Stake.get(two, alice, 1)).toBe(0n);
    S.Stake.set(two, alice, 1, 6n);
    expect([S.Stake.get(one, alice, 1), S.Stake.get(two, alice, 1)]).toEqual([5n, 6n]);
    expect(bytesToHex(one.state.get(S.Stake.key(one, alice, 1))!)).toBe('0500000000000000');
  });

  it('behavior: lists that were read may be changed by the reader', () => {
    const ctx = freshCtx();
    S.Rows.set(ctx, 1, [1, 2]);
    S.Rows.get(ctx, 1).push(3);
    expect(S.Rows.get(ctx, 1)).toEqual([1, 2]);
    S.Stake.set(ctx, alice, 9, 1n);
    S.Stake.keys(ctx, alice)[0]!.reverse();
    expect(S.Stake.keys(ctx, alice)).toEqual([[alice, 9]]);
  });

  it('behavior: an account written in capitals is read back in the one form', () => {
    const ctx = freshCtx();
    S.Owner.set(ctx, alice, 'BB'.repeat(32));
    expect(S.Owner.get(ctx, alice)).toBe('bb'.repeat(32));
    expect(S.Owner.get(ctx, 'AA'.repeat(32))).toBe('bb'.repeat(32));
  });

  it('behavior: more keys than are remembered at once', () => {
    const ctx = freshCtx();
    for (let n = 0; n < 65_536; n++) S.Tempo.set(ctx, n, n & 255);
    S.Stake.set(ctx, alice, 1, 5n);
    for (const n of [0, 1, 300, 65_535]) expect(S.Tempo.get(ctx, n)).toBe(n & 255);
    expect(S.Stake.get(ctx, alice, 1)).toBe(5n);
    expect(S.Tempo.keys(ctx).length).toBe(65_536);
    expect(S.Tempo.clearPrefix(ctx)).toBe(65_536);
    expect(S.Tempo.get(ctx, 1)).toBe(360);
  });
});
