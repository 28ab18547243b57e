import { beforeAll, describe, expect, it } from 'vitest';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import type { Crypto, SignatureScheme } from '@taonet/primitives';
import { createCrypto } from './createCrypto.ts';
import { keyFromUri, mnemonicToSeed, tryKeyFromUri } from './keyring.ts';
import { decodeSs58, encodeSs58 } from './ss58.ts';

let crypto: Crypto;
beforeAll(async () => {
  crypto = await createCrypto();
});

const SCHEMES: readonly SignatureScheme[] = ['sr25519', 'ed25519', 'ecdsa'];

/** Small deterministic generator: the failing input can be found again from its index. */
function bytesFrom(seed: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let x = (seed * 2654435761 + 1) >>> 0;
  for (let i = 0; i < length; i++) {
    x ^= x << 13; x >>>= 0; x ^= x >>> 17; x ^= x << 5; x >>>= 0;
    out[i] = x & 255;
  }
  return out;
}

describe('hashers', () => {
  it('equal independent implementations at all block-edge lengths', () => {
    for (const n of [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 135, 136, 137, 255, 256, 1000, 70_000]) {
      const data = bytesFrom(n, n);
      expect(crypto.blake2b128(data)).toEqual(blake2b(data, { dkLen: 16 }));
      expect(crypto.blake2b256(data)).toEqual(blake2b(data, { dkLen: 32 }));
      expect(crypto.blake2b512(data)).toEqual(blake2b(data, { dkLen: 64 }));
      expect(crypto.keccak256(data)).toEqual(keccak_256(data));
      expect(crypto.sha2b256(data)).toEqual(sha256(data));
    }
  });

  it('twox: well-known storage prefixes', () => {
    const rows = [['System', '26aa394eea5630e07c48ae0c9558cef7'], ['Events', '80d41e5e16056765bc8461851072c9d7'], ['Account', 'b99d880ec681799c0cf30e8886371da9']] as const;
    for (const [name, hex] of rows) expect(bytesToHex(crypto.twox128(utf8ToBytes(name)))).toBe(hex);
    expect(bytesToHex(crypto.twox64(new Uint8Array(0)))).toBe('99e9d85137db46ef');
    expect(bytesToHex(crypto.twox256(utf8ToBytes('System'))).slice(0, 32)).toBe(rows[0][1]);
  });

  it('a digest is not overwritten by the next', () => {
    const first = crypto.blake2b256(Uint8Array.of(1));
    const kept = first.slice();
    crypto.blake2b256(Uint8Array.of(2));
    expect(first).toEqual(kept);
  });
});

describe('keys', () => {
  it('development addresses', () => {
    const rows: [string, SignatureScheme, string][] = [
      ['//Alice', 'sr25519', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
      ['//Bob', 'sr25519', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'],
      ['//Alice//stash', 'sr25519', '5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY'],
      ['//Alice', 'ed25519', '5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu'],
      ['//Bob', 'ed25519', '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E'],
    ];
    for (const [uri, scheme, address] of rows) expect(keyFromUri(uri, scheme).ss58).toBe(address);
    expect(bytesToHex(keyFromUri('//Alice', 'ecdsa').publicKey)).toBe('020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1');
  });

  it('seed of the development phrase, with and without password', () => {
    const phrase = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
    expect(bytesToHex(mnemonicToSeed(phrase)!)).toBe('fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e');
    expect(keyFromUri(`${phrase}///x`).accountId).not.toBe(keyFromUri(phrase).accountId);
    expect(keyFromUri('0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e//Alice').ss58).toBe(keyFromUri('//Alice').ss58);
  });

  it('soft, numeric and long junctions give different keys; soft is refused where there is none', () => {
    const uris = ['//1', '/1', '//01a', '//Alice/soft', '//Alice//soft', `//${'long'.repeat(20)}`, `//${'long'.repeat(21)}`];
    expect(new Set(uris.map((uri) => keyFromUri(uri).accountId)).size).toBe(uris.length);
    expect(keyFromUri('//1').accountId).toBe(keyFromUri('//01').accountId);
    expect(tryKeyFromUri('//Alice/soft', 'ed25519')).toBe('SoftJunction');
  });

  it('refuses: bad phrase, bad seed, bad form', () => {
    expect(tryKeyFromUri('not a phrase')).toBe('BadPhrase');
    expect(tryKeyFromUri('0x1234')).toBe('BadSeed');
    expect(tryKeyFromUri('a-b')).toBe('BadKeyUri');
  });
});

describe('signatures', () => {
  it('sign, verify, and every one-bit change is refused', () => {
    for (const scheme of SCHEMES) {
      const key = keyFromUri('//Alice', scheme);
      const message = utf8ToBytes('a message');
      const signature = key.sign(message);
      expect(crypto.verify(scheme, message, signature, key.publicKey)).toBe(true);
      for (let i = 0; i < signature.length; i++) {
        const changed = signature.slice();
        changed[i]! ^= 1 << (i % 8);
        expect(crypto.verify(scheme, message, changed, key.publicKey), `${scheme} byte ${i}`).toBe(false);
      }
      expect(crypto.verify(scheme, utf8ToBytes('another'), signature, key.publicKey)).toBe(false);
      expect(crypto.verify(scheme, message, signature, keyFromUri('//Bob', scheme).publicKey)).toBe(false);
      expect(crypto.verify(scheme, new Uint8Array(0), key.sign(new Uint8Array(0)), key.publicKey)).toBe(true);
    }
  });

  it('ed25519: RFC 8032 test 2', () => {
    const publicKey = hexToBytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hexToBytes('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00');
    expect(crypto.verify('ed25519', Uint8Array.of(0x72), signature, publicKey)).toBe(true);
  });

  it('ed25519: ZIP-215 accepts small-order keys, with non-canonical encodings too', () => {
    // S = 0 with A and R of small order satisfies the cofactored equation for any message
    const identity = hexToBytes('0100000000000000000000000000000000000000000000000000000000000000');
    const nonCanonical = hexToBytes('eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');
    for (const a of [identity, nonCanonical]) {
      for (const r of [identity, nonCanonical]) {
        expect(crypto.verify('ed25519', utf8ToBytes('Zcash'), concatBytes(r, new Uint8Array(32)), a)).toBe(true);
      }
    }
  });

  it('ecdsa: recovers, also with 27 or 28 and with a high s', () => {
    const key = keyFromUri('//Alice', 'ecdsa');
    const digest = crypto.blake2b256(utf8ToBytes('m'));
    const signature = key.sign(utf8ToBytes('m'));
    expect(crypto.recoverEcdsa(digest, signature)).toEqual(key.publicKey);
    const ethereum = signature.slice();
    ethereum[64]! += 27;
    expect(crypto.recoverEcdsa(digest, ethereum)).toEqual(key.publicKey);
    const high = signature.slice();
    const s = secp256k1.Point.Fn.ORDER - BigInt(`0x${bytesToHex(signature.slice(32, 64))}`);
    high.set(hexToBytes(s.toString(16).padStart(64, '0')), 32);
    high[64]! ^= 1;
    expect(crypto.recoverEcdsa(digest, high)).toEqual(key.publicKey);
    const wrongId = signature.slice();
    wrongId[64] = 4;
    expect(crypto.recoverEcdsa(digest, wrongId)).toBeUndefined();
  });

  it('10,000 malformed signatures and keys answer false and never throw', () => {
    const genuine = SCHEMES.map((scheme) => ({ key: keyFromUri('//Alice', scheme), signature: keyFromUri('//Alice', scheme).sign(utf8ToBytes('m')) }));
    const lengths = [0, 1, 31, 32, 33, 63, 64, 65, 66, 128];
    let accepted = 0;
    for (let i = 0; i < 10_000; i++) {
      const which = i % 3;
      const { key, signature } = genuine[which]!;
      const badSignature = i % 7 === 0 ? signature : i % 5 === 0 ? signature.map((b) => b ^ (i & 255 || 1)) : bytesFrom(i, i % 2 === 0 ? signature.length : lengths[i % lengths.length]!);
      const badKey = i % 7 === 0 || i % 4 === 0 ? bytesFrom(i, i % 2 === 0 ? key.publicKey.length : lengths[(i >> 3) % lengths.length]!) : key.publicKey;
      if (crypto.verify(SCHEMES[which]!, utf8ToBytes('m'), badSignature, badKey)) accepted++;
      crypto.recoverEcdsa(bytesFrom(i, i % 2 === 0 ? 32 : lengths[i % lengths.length]!), badSignature);
    }
    // the only true ones may be the genuine signature with its own key
    expect(accepted).toBe(0);
    for (const [i, { key, signature }] of genuine.entries()) expect(crypto.verify(SCHEMES[i]!, utf8ToBytes('m'), signature, key.publicKey)).toBe(true);
  }, 60_000);
});

describe('ss58', () => {
  it('round trip over all kinds of prefixes', () => {
    for (const prefix of [0, 1, 42, 63, 64, 65, 127, 128, 255, 256, 1284, 13116, 16383]) {
      const account = bytesFrom(prefix, 32);
      expect(decodeSs58(encodeSs58(account, prefix))).toEqual({ ok: true, accountId: bytesToHex(account), prefix });
    }
    expect(encodeSs58(new Uint8Array(32))).toBe('5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM');
  });

  it('errors are values', () => {
    const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
    const rows = [
      ['', 'NotBase58'], ['0OIl', 'NotBase58'], ['1'.repeat(500), 'NotBase58'], ['1', 'BadLength'], [alice.slice(0, -1), 'BadPrefix'], [`1${alice}`, 'BadLength'],
      [alice.replace('Grw', 'Grx'), 'BadChecksum'],
    ] as const;
    for (const [text, problem] of rows) expect(decodeSs58(text), text).toEqual({ ok: false, problem });
    expect(decodeSs58(alice, 0)).toEqual({ ok: false, problem: 'WrongPrefix' });
  });
});
