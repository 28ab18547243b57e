import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHashers } from './nodeHashers.ts';
import { openShielded, sealShielded, shieldKeyPair, SHIELD_PUBLIC_KEY_BYTES, SHIELD_SECRET_KEY_BYTES, type SealedParts } from './shield.ts';

interface Golden {
  readonly seed: string;
  readonly publicKey: string;
  readonly sealed: readonly { readonly plain: string; readonly envelope: string }[];
}

const golden = JSON.parse(gunzipSync(readFileSync(new URL('../../../fixtures/crypto/shield.json.gz', import.meta.url))).toString()) as Golden;
const pair = shieldKeyPair(hexToBytes(golden.seed));
const KEM_AT = 18;
const NONCE_AT = KEM_AT + 1088;
const DATA_AT = NONCE_AT + 24;

/** After the hash of the key. */
function partsOf(envelope: Uint8Array): SealedParts {
  return { kem: envelope.slice(KEM_AT, NONCE_AT), nonce: envelope.slice(NONCE_AT, DATA_AT), data: envelope.slice(DATA_AT) };
}

let twox128: (data: Uint8Array) => Uint8Array;
beforeAll(async () => { ({ twox128 } = await createHashers()); });

describe('shield', () => {
  it('opens what the official client\'s library sealed', () => {
    expect(bytesToHex(pair.publicKey)).toBe(golden.publicKey);
    for (const { plain, envelope } of golden.sealed) {
      const bytes = hexToBytes(envelope);
      expect(bytesToHex(bytes.slice(0, 16))).toBe(bytesToHex(twox128(pair.publicKey)));
      expect([...bytes.slice(16, KEM_AT)]).toEqual([0x40, 0x04]);
      expect(bytesToHex(openShielded(partsOf(bytes), pair.secretKey)!)).toBe(plain);
    }
  });

  it('makes keys of the standard lengths, the same from the same seed', () => {
    const again = shieldKeyPair(hexToBytes(golden.seed));
    expect(again).toEqual(pair);
    expect([pair.publicKey.length, pair.secretKey.length]).toEqual([SHIELD_PUBLIC_KEY_BYTES, SHIELD_SECRET_KEY_BYTES]);
  });

  it('opens what it sealed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (plain) => {
      const envelope = sealShielded(plain, pair.publicKey, twox128(pair.publicKey));
      expect(openShielded(partsOf(envelope), pair.secretKey)).toEqual(plain);
    }), { numRuns: 20 });
  });

  it('opens nothing that was changed in one bit, cut or lengthened', () => {
    const envelope = sealShielded(Uint8Array.of(1, 2, 3), pair.publicKey, twox128(pair.publicKey));
    fc.assert(fc.property(fc.integer({ min: KEM_AT * 8, max: envelope.length * 8 - 1 }), (bit) => {
      const changed = Uint8Array.from(envelope);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openShielded(partsOf(changed), pair.secretKey)).toBeUndefined();
    }), { numRuns: 60 });
    const parts = partsOf(envelope);
    expect(openShielded({ ...parts, kem: parts.kem.slice(1) }, pair.secretKey)).toBeUndefined();
    expect(openShielded({ ...parts, kem: new Uint8Array(0) }, pair.secretKey)).toBeUndefined();
    expect(openShielded({ ...parts, nonce: parts.nonce.slice(1) }, pair.secretKey)).toBeUndefined();
    for (let length = 0; length < parts.data.length; length++) expect(openShielded({ ...parts, data: parts.data.slice(0, length) }, pair.secretKey)).toBeUndefined();
    expect(openShielded({ ...parts, data: Uint8Array.of(...parts.data, 0) }, pair.secretKey)).toBeUndefined();
  });

  it('opens nothing with another key, or with bytes that are no key', () => {
    const envelope = partsOf(hexToBytes(golden.sealed[1]!.envelope));
    expect(openShielded(envelope, shieldKeyPair(new Uint8Array(64)).secretKey)).toBeUndefined();
    expect(openShielded(envelope, new Uint8Array(SHIELD_SECRET_KEY_BYTES))).toBeUndefined();
    expect(openShielded(envelope, pair.secretKey.slice(1))).toBeUndefined();
  });
});
