import { beforeAll, describe, expect, test } from 'vitest';
import { hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { BTAUTH, SeenNonces, createSealingKeys, sealingCertificate, sealingKeyOf, signBtauth, verifyBtauth } from '../../src/neuron/index.ts';
import { NonceGuard } from '../../src/neuron/auth/nonceGuard.ts';
import { createNonces } from '../../src/neuron/auth/nonces.ts';
import { openRequest, sealRequest } from '../../src/neuron/auth/sealing.ts';
import { keyFromUri, walletReady } from '../../src/wallet/index.ts';

beforeAll(walletReady);

const reason = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return (error as { facts: { reason?: unknown }; code: string }).facts.reason ?? (error as { code: string }).code;
  }
  return undefined;
};

describe('btauth/1', () => {
  const NONCE = 1752076800000000000n;
  const request = { method: 'POST', target: '/generate?stream=false', body: utf8ToBytes('{"prompt": "hello"}') };

  test('the published vector: ed25519 //Alice to sr25519 //Bob', async () => {
    const alice = keyFromUri('//Alice', 'ed25519');
    const bob = keyFromUri('//Bob').address;
    expect(await signBtauth(alice, request, { receiver: bob, nonce: NONCE })).toEqual({
      [BTAUTH.version]: '1', [BTAUTH.hotkey]: '5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu', [BTAUTH.receiver]: bob, [BTAUTH.nonce]: NONCE.toString(), [BTAUTH.crypto]: 'ed25519',
      [BTAUTH.signature]: '0x1a6b631988bf1f7ea093ab9d5acf61f05c316d0b0e428b24b487b75a5f6ee0e1a56a26918fdf871b6cf09437e6588023a4ce423cf622621b2a7feee17612f704',
    });
  });

  test('each check, in order', async () => {
    const nowMs = (): number => Number(NONCE / 1_000_000n);
    const self = keyFromUri('//Bob').address;
    const seen = new SeenNonces();
    const headers = await signBtauth(keyFromUri('//Alice'), request, { receiver: self, nonce: NONCE });
    const why = (changed: Record<string, string | undefined>, at: Partial<typeof request> = {}, ms = nowMs()): unknown =>
      reason(() => verifyBtauth({ ...headers, ...changed }, { ...request, ...at }, { self, seen, nowMs: () => ms }));
    expect(why({ [BTAUTH.version]: '2' })).toMatch('version');
    expect(why({ [BTAUTH.nonce]: '1e3' })).toMatch('malformed');
    expect(why({ [BTAUTH.crypto]: 'ed25519' })).toMatch('scheme');
    expect(why({ [BTAUTH.receiver]: undefined })).toMatch('receiver');
    expect(why({}, {}, nowMs() + 10_001)).toMatch('older');
    expect(why({}, {}, nowMs() - 2_001)).toMatch('future');
    expect(why({}, { target: '/generate' })).toMatch('signature');
    expect(why({}, { body: utf8ToBytes('{}') })).toMatch('signature');
    expect(why({ [BTAUTH.signature]: '' })).toMatch('signature');
    expect(why({})).toBeUndefined();
    expect(why({})).toMatch('already');
    expect(reason(() => verifyBtauth(headers, request, { self, seen: new SeenNonces(NONCE + 1n), nowMs }))).toMatch('before this server began');
    expect(reason(() => verifyBtauth(headers, request, { self, seen: new SeenNonces(NONCE), nowMs }))).toBeUndefined();
  });
});

describe('nonces of SDK 10', () => {
  const claim = { endpoint: 'hk:uuid', version: 10_005_000, timeoutMs: 12_000 };
  const NOW = 1_800_000_000_000_000_000n;

  test('the first must be fresh, later ones rise, only accepted ones count', () => {
    const guard = new NonceGuard();
    expect(guard.problem({ ...claim, nonce: NOW - 16_000_000_000n }, NOW)).toBe('Nonce is too old: acceptable delta is 16.00 seconds but request was 16.00 seconds old');
    expect(guard.problem({ ...claim, nonce: NOW - 15_999_999_999n }, NOW)).toBeUndefined();
    expect(guard.problem({ ...claim, nonce: NOW }, NOW)).toBeUndefined();
    guard.accept({ ...claim, nonce: NOW });
    expect(guard.problem({ ...claim, nonce: NOW }, NOW)).toMatch('newer one');
    expect(guard.problem({ ...claim, nonce: NOW + 1n }, NOW)).toBeUndefined();
    expect(guard.problem({ ...claim, endpoint: 'hk:other', nonce: NOW + 10n ** 20n }, NOW)).toBeUndefined();
  });

  test('callers older than 7.2.0: the second rule only', () => {
    expect(new NonceGuard().problem({ ...claim, version: 7_001_999, nonce: 1n }, NOW)).toBeUndefined();
  });

  test('after a restart: what was accepted before is not known, so nothing from before is taken', () => {
    const guard = new NonceGuard({ since: NOW });
    expect(guard.problem({ ...claim, nonce: NOW - 1n }, NOW + 5_000_000n)).toMatch('has begun since');
    expect(guard.problem({ ...claim, nonce: NOW }, NOW + 5_000_000n)).toBeUndefined();
  });

  test('memory is bounded: who was heard longest ago is forgotten', () => {
    const guard = new NonceGuard({ endpointsMax: 2 });
    for (const endpoint of ['a', 'b', 'a', 'c']) guard.accept({ ...claim, endpoint, nonce: NOW });
    expect(['a', 'b', 'c'].map((endpoint) => guard.problem({ ...claim, endpoint, nonce: NOW }, NOW) !== undefined)).toEqual([true, false, true]);
  });

  test('a sender\'s nonces rise also while its clock stands still or goes back', () => {
    const times = [5, 5, 4, 6];
    const next = createNonces(() => times.shift()!);
    expect([next(), next(), next(), next()]).toEqual([5_000_000n, 5_000_001n, 5_000_002n, 6_000_000n]);
  });
});

describe('sealing', () => {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  test('opens for the miner alone; answers open for the sender alone, in their order', () => {
    const miner = createSealingKeys();
    const { sealed, answers } = sealRequest(miner.publicKey, utf8ToBytes('question'));
    const opened = openRequest(miner, sealed);
    expect(text(opened.plain)).toBe('question');
    const pieces = ['one', 'two', 'three'].map((piece, i) => opened.answers.seal(utf8ToBytes(piece), i === 2));
    expect(reason(() => openRequest(createSealingKeys(), sealed))).toBe('CannotOpen');
    expect(text(answers.open(pieces[0]!, false))).toBe('one');
    expect(reason(() => answers.open(pieces[2]!, true))).toBe('CannotOpen');
  });

  test('any bit changed, or the stream cut: refused', () => {
    const miner = createSealingKeys();
    const { sealed } = sealRequest(miner.publicKey, utf8ToBytes('question'));
    for (let i = 0; i < sealed.length; i += 7) {
      const changed = sealed.slice();
      changed[i]! ^= 1;
      expect(reason(() => openRequest(miner, changed))).toBe('CannotOpen');
    }
    const second = sealRequest(miner.publicKey, utf8ToBytes('question'));
    const piece = openRequest(miner, second.sealed).answers.seal(utf8ToBytes('one'), false);
    expect(reason(() => second.answers.open(piece, true))).toBe('CannotOpen');
    expect(reason(() => openRequest(miner, new Uint8Array(90)))).toBe('CannotOpen');
  });

  test('the certificate on chain carries the key', () => {
    const keys = createSealingKeys(hexToBytes('07'.repeat(32)));
    const bytes = sealingCertificate(keys);
    expect(sealingKeyOf({ algorithm: bytes[0]!, publicKey: bytes.subarray(1) })).toEqual(keys.publicKey);
    expect(sealingKeyOf({ algorithm: 1, publicKey: keys.publicKey })).toBeUndefined();
  });
});
