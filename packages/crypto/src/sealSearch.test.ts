import { createKeccak, createSHA256 } from 'hash-wasm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSealSearch } from './sealSearch.ts';
import { startSealThread } from './sealThread.ts';

const [sha, keccak] = await Promise.all([createSHA256(), createKeccak(256)]);

/** By the library: what the search must find. */
function sealOf(nonce: bigint, suffix: Uint8Array): Uint8Array {
  const preimage = new Uint8Array(40);
  new DataView(preimage.buffer).setBigUint64(0, nonce, true);
  preimage.set(suffix, 8);
  return keccak.init().update(sha.init().update(preimage).digest('binary')).digest('binary');
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const search = createSealSearch();
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const u64 = fc.bigInt(0n, (1n << 64n) - 1n);

describe('the search for seals', () => {
  test('finds the first nonce whose seal, by the library, is at most the limit', () => {
    fc.assert(fc.property(hash, u64, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 40 }), (suffix, start, count, easiness) => {
      const limit = new Uint8Array(32).fill(255);
      limit[0] = easiness;
      let expected: bigint | undefined;
      for (let i = 0; i < count && expected === undefined; i++) {
        const nonce = BigInt.asUintN(64, start + BigInt(i));
        if (numberOf(sealOf(nonce, suffix)) <= numberOf(limit)) expected = nonce;
      }
      expect(search({ suffix, limit, start, count })).toBe(expected);
    }), { numRuns: 60 });
  });

  test('a seal that is the limit counts, one below it does not', () => {
    fc.assert(fc.property(hash, u64, (suffix, nonce) => {
      const limit = sealOf(nonce, suffix);
      expect(search({ suffix, limit, start: nonce, count: 1 })).toBe(nonce);
      const less = limit.slice();
      for (let i = 31; i >= 0 && less[i]!-- === 0; i--);
      expect(search({ suffix, limit: less, start: nonce, count: 1 })).toBeUndefined();
    }));
  });

  test('nonces wrap', () => {
    const suffix = new Uint8Array(32);
    const start = (1n << 64n) - 1n;
    const limit = sealOf(0n, suffix);
    const expected = numberOf(sealOf(start, suffix)) <= numberOf(limit) ? start : 0n;
    expect(search({ suffix, limit, start, count: 2 })).toBe(expected);
  });

  test('a thread finds the same', async () => {
    const thread = await startSealThread();
    const suffix = new Uint8Array(32).fill(7);
    const limit = new Uint8Array(32).fill(255);
    limit[0] = 0;
    const range = { suffix, limit, start: 1n << 63n, count: 5_000 };
    expect(await Promise.all([thread.search(range), thread.search({ ...range, count: 1 })])).toEqual([search(range), search({ ...range, count: 1 })]);
    await thread.close();
    await expect(thread.search(range)).rejects.toMatchObject({ code: 'SealThreadEnded' });
  });
});
