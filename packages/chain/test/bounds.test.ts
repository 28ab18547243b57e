/** What is remembered stays small, whatever is asked for. */

import { compactU32, encode } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { concatBytes } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { RememberedSignatures, type SignatureJob } from '../src/bittensor/rememberedSignatures.ts';
import { BittensorRuntime } from '../src/index.ts';
import type { PoolContent } from '../src/pool/pool.ts';
import { Snapshots } from '../src/snapshots.ts';
import { HeadState } from '../src/state/headState.ts';
import { localFastGenesis } from './goldenFile.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
const MB = 1024 * 1024;

function heapMb(): number {
  gc();
  return process.memoryUsage().heapUsed / MB;
}

describe('remembered signatures', () => {
  it('behavior: a long message takes no more memory than a short one', async () => {
    const signatures = new RememberedSignatures(await createCrypto());
    const job = (i: number): SignatureJob => ({ scheme: 'sr25519', message: new Uint8Array(MB / 4).fill(i), signature: new Uint8Array(64).fill(i), publicKey: new Uint8Array(32) });
    const before = heapMb();
    for (let i = 0; i < 128; i++) signatures.remember(job(i), i % 2 === 0);
    expect(heapMb() - before).toBeLessThan(8);
    expect([0, 1, 126, 127].map((i) => { const { scheme, message, signature, publicKey } = job(i); return signatures.crypto.verify(scheme, message, signature, publicKey); })).toEqual([true, false, true, false]);
  });

  it('behavior: bytes that move from the signature into the message are another job', async () => {
    const signatures = new RememberedSignatures({ ...(await createCrypto()), verify: () => false });
    signatures.remember({ scheme: 'ed25519', message: Uint8Array.of(3), signature: Uint8Array.of(1, 2), publicKey: new Uint8Array(32) }, true);
    expect(signatures.crypto.verify('ed25519', Uint8Array.of(2, 3), Uint8Array.of(1), new Uint8Array(32))).toBe(false);
    expect(signatures.crypto.verify('ed25519', Uint8Array.of(3), Uint8Array.of(1, 2), new Uint8Array(32))).toBe(true);
  });
});

const poolOf = (bytes: number): PoolContent => [{ hash: '00', extrinsic: new Uint8Array(bytes), source: 'External', priority: 0n, requires: [], provides: [], validTill: 0n, checkedAt: 0, order: 0 }];

describe('snapshots', () => {
  it('behavior: together they hold so much, and the oldest go', () => {
    const snapshots = new Snapshots(100_000);
    const ids = Array.from({ length: 8 }, () => snapshots.take({ number: 1, offsetMs: 0, pool: poolOf(30_000) }));
    expect(ids.filter((id) => snapshots.get(id) !== undefined)).toEqual(ids.slice(-3));
    const large = snapshots.take({ number: 1, offsetMs: 0, pool: poolOf(200_000) });
    expect([...ids, large].filter((id) => snapshots.get(id) !== undefined)).toEqual([large]);
    const next = snapshots.take({ number: 1, offsetMs: 0, pool: [] });
    expect([large, next].filter((id) => snapshots.get(id) !== undefined)).toEqual([next]);
  });

  it('behavior: a key changed again and again by a developer is kept once', () => {
    const snapshots = new Snapshots(100_000);
    const first = snapshots.take({ number: 1, offsetMs: 0, pool: [] });
    const second = snapshots.take({ number: 1, offsetMs: 0, pool: [] });
    for (let i = 0; i < 10_000; i++) snapshots.noteAmendment(1, [['aa', Uint8Array.of(i)]]);
    for (let i = 0; i < 10_000; i++) snapshots.noteAmendment(2, [[String(i), null]]);
    expect(snapshots.get(first)).toBeDefined();
    expect(snapshots.changesBackTo(second, [])).toEqual([['aa', Uint8Array.of(0)]]);
    expect(snapshots.changesBackTo(first, [[['aa', null], ['bb', null]]])).toEqual([['aa', Uint8Array.of(0)], ['bb', null]]);
    snapshots.forgetAfter(second);
    expect(snapshots.changesBackTo(second, [])).toEqual([]);
  });
});

describe('decoded extrinsics', () => {
  it('behavior: those of very many calls in few bytes are not all kept', async () => {
    const crypto = await createCrypto();
    const runtime = new BittensorRuntime({ build: { fast: true, powFaucet: false }, crypto, genesis: () => [] });
    const head = new HeadState(crypto, localFastGenesis());
    const remarks = 1300;
    /** Utility.batch of remarks, the first one with `seed`. */
    const batch = (seed: number): Uint8Array => {
      const body = concatBytes(Uint8Array.of(4, 11, 0), encode(compactU32, remarks), Uint8Array.of(0, 0, 8, seed & 255, seed >> 8), new Uint8Array(3 * (remarks - 1)));
      return concatBytes(encode(compactU32, body.length), body);
    };
    expect(runtime.validate(head, 'External', batch(0), '00'.repeat(32))).toBeDefined();
    const all = Array.from({ length: 300 }, (_, i) => batch(i));
    const before = heapMb();
    for (const one of all) runtime.validate(head, 'External', one, '00'.repeat(32));
    expect(heapMb() - before).toBeLessThan(60);
  });
});
