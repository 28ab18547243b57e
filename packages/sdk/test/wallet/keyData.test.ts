import { inspect } from 'node:util';
import { hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { keyFromUri as cryptoKeyFromUri } from '@taonet/crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Key, PublicKey, Secret, createMnemonic, keyFromMnemonic, keyFromPrivateKey, keyFromSeed, keyFromUri, walletReady } from '../../src/wallet/index.ts';
import { openAnsibleVault } from '../../src/wallet/ansibleVault.ts';
import { decryptKeyData, encryptionOf } from '../../src/wallet/encryption.ts';
import { openFernet } from '../../src/wallet/fernet.ts';
import { keyMaterial } from '../../src/wallet/key.ts';
import { decodeKeyData, encodeKeyData } from '../../src/wallet/keyData.ts';
import { openNacl, sealNacl } from '../../src/wallet/nacl.ts';
import { scalarOverCofactor, scalarTimesCofactor } from '../../src/wallet/sr25519Scalar.ts';
import { GOLDEN, goldenBytes } from './golden.ts';

beforeAll(walletReady);

const code = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('files of the official wallets', () => {
  for (const file of GOLDEN.files.filter(({ password }) => password === undefined)) {
    test(file.name, () => {
      const key = decodeKeyData(goldenBytes(file));
      expect([key.address, key.scheme, key instanceof Key]).toEqual([file.address, file.scheme, file.public !== true]);
      if (file.uri !== undefined) expect(keyFromUri(file.uri, file.scheme).address).toBe(file.address);
    });
  }

  test('NaCl, through Argon2i with 512 MiB', async () => {
    const file = GOLDEN.files.find(({ name }) => name === 'nacl coldkey')!;
    expect(encryptionOf(goldenBytes(file))).toBe('nacl');
    expect(decodeKeyData(await decryptKeyData(goldenBytes(file), file.password!)).address).toBe(file.address);
  });

  test('Ansible vault', async () => {
    const file = GOLDEN.files.find(({ name }) => name === 'ansible vault')!;
    expect(encryptionOf(goldenBytes(file))).toBe('ansible');
    expect(decodeKeyData(await decryptKeyData(goldenBytes(file), file.password!)).address).toBe(file.address);
    await expect(decryptKeyData(goldenBytes(file), 'wrong')).rejects.toMatchObject({ code: 'WrongPassword' });
    expect(openAnsibleVault('$ANSIBLE_VAULT;1.1;AES256\n6z\n', 'x')).toBeUndefined();
  });

  test('Fernet, with the key of its password', () => {
    const file = GOLDEN.files.find(({ name }) => name === 'fernet')!;
    const token = Buffer.from(goldenBytes(file)).toString('latin1');
    expect(encryptionOf(goldenBytes(file))).toBe('fernet');
    expect(decodeKeyData(openFernet(token, hexToBytes(file.key!))!).address).toBe(file.address);
    expect(openFernet(token.slice(0, 60) + (token[60] === 'A' ? 'B' : 'A') + token.slice(61), hexToBytes(file.key!))).toBeUndefined();
  });

  test('their signatures verify, and only over what they signed', () => {
    for (const { address, scheme, signature } of GOLDEN.signatures) {
      const key = PublicKey.of(address, scheme);
      expect(key.verify(GOLDEN.signedText, hexToBytes(signature))).toBe(true);
      expect(key.verify(`${GOLDEN.signedText}!`, hexToBytes(signature))).toBe(false);
      expect(key.verify(GOLDEN.signedText, new Uint8Array(64))).toBe(false);
      expect(key.verify(GOLDEN.signedText, new Uint8Array(3))).toBe(false);
    }
  });
});

describe('forms of a key', () => {
  test('the same addresses as crypto derives', () => {
    for (const uri of ['//Alice', '//Alice/soft//7', '//Alice//stash///pass', `0x${'07'.repeat(32)}`]) {
      expect(keyFromUri(uri).address).toBe(cryptoKeyFromUri(uri).ss58);
    }
    expect(keyFromUri('//Alice//stash', 'ed25519').address).toBe(cryptoKeyFromUri('//Alice//stash', 'ed25519').ss58);
  });

  test('bare seeds and mnemonics of the oldest files', () => {
    const seed = '07'.repeat(32);
    const phrase = createMnemonic(15).reveal();
    expect(decodeKeyData(utf8ToBytes(`0x${seed}`)).address).toBe(keyFromSeed(seed).address);
    expect(decodeKeyData(utf8ToBytes(seed)).address).toBe(keyFromSeed(seed).address);
    expect(decodeKeyData(utf8ToBytes(`${phrase}\n`)).address).toBe(keyFromMnemonic(phrase).address);
  });

  test('a written file reads back: phrase, seed and private key, each alone too', () => {
    for (const scheme of ['sr25519', 'ed25519'] as const) {
      for (const key of [keyFromMnemonic(createMnemonic(), { scheme }), keyFromUri('//Bob//0', scheme), keyFromSeed('09'.repeat(32), scheme)]) {
        const fields = JSON.parse(new TextDecoder().decode(encodeKeyData(key))) as Record<string, unknown>;
        for (const drop of [[], ['secretPhrase'], ['secretPhrase', 'secretSeed']]) {
          const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !drop.includes(name)));
          const read = decodeKeyData(utf8ToBytes(JSON.stringify(kept))) as Key;
          expect([read.address, read.scheme]).toEqual([key.address, scheme]);
          expect(key.verify('hello', read.signSync('hello'))).toBe(true);
        }
      }
    }
  });

  test('behind a password a phrase is not written: it alone would give another key', () => {
    const phrase = createMnemonic();
    const key = keyFromMnemonic(phrase, { password: 'behind' });
    expect(keyMaterial(key).phrase).toBeUndefined();
    expect(decodeKeyData(encodeKeyData(key)).address).toBe(key.address);
    expect(keyFromUri(`${phrase.reveal()}///behind`).address).toBe(key.address);
    expect(key.address).not.toBe(keyFromMnemonic(phrase).address);
  });

  test('refuses: what is no key, and secrets that give another address', () => {
    expect(code(() => keyFromMnemonic('legal winner thank year'))).toBe('BadPhrase');
    expect(code(() => keyFromSeed('0x07'))).toBe('BadSeed');
    expect(code(() => keyFromPrivateKey(new Uint8Array(64)))).toBe('BadPrivateKey');
    expect(code(() => keyFromPrivateKey(new Uint8Array(64).fill(255)))).toBe('BadPrivateKey');
    expect(code(() => keyFromUri('//Alice/soft', 'ed25519'))).toBe('SoftJunction');
    expect(code(() => PublicKey.of('5Grw'))).toBe('BadAddress');
    expect(code(() => decodeKeyData(utf8ToBytes('{"secretSeed": 7')))).toBe('BadKeyFile');
    expect(code(() => decodeKeyData(utf8ToBytes('{}')))).toBe('BadKeyFile');
    const changed = { ...JSON.parse(new TextDecoder().decode(encodeKeyData(keyFromUri('//Bob')))) as object, ss58Address: keyFromUri('//Alice').address };
    expect(code(() => decodeKeyData(utf8ToBytes(JSON.stringify(changed))))).toBe('KeyFileMismatch');
  });

  test('a file that names the wrong scheme is read by the address', () => {
    const written = JSON.parse(new TextDecoder().decode(encodeKeyData(keyFromUri('//Bob', 'ed25519')))) as Record<string, unknown>;
    const read = decodeKeyData(utf8ToBytes(JSON.stringify({ ...written, cryptoType: 1 })));
    expect([read.scheme, read.address]).toEqual(['ed25519', keyFromUri('//Bob', 'ed25519').address]);
  });

  test('property: the two forms of an sr25519 secret', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (secret) => {
      secret[31]! &= 31;
      expect(scalarOverCofactor(scalarTimesCofactor(secret))).toEqual(secret);
    }));
  });

  test('property: any bytes sealed under a key open under it alone', () => {
    const key = new Uint8Array(32).fill(7);
    fc.assert(fc.property(fc.uint8Array(), (data) => {
      const sealed = sealNacl(data, key);
      expect(encryptionOf(sealed)).toBe('nacl');
      expect(openNacl(sealed, key)).toEqual(data);
      expect(openNacl(sealed, new Uint8Array(32))).toBeUndefined();
    }));
  });

  test('property: no bytes crash the reader', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8ToBytes)), (data) => {
      expect(['BadKeyFile', 'BadPhrase', 'BadSeed', 'BadAddress', 'BadPrivateKey', 'KeyFileMismatch', undefined]).toContain(code(() => decodeKeyData(data)));
    }));
  });
});

describe('nothing prints a secret', () => {
  test('keys and phrases in logs, JSON, texts and errors', () => {
    const phrase = createMnemonic();
    const key = keyFromMnemonic(phrase);
    const secrets = [phrase.reveal(), Buffer.from(keyMaterial(key).privateKey).toString('hex'), Buffer.from(keyMaterial(key).seed!).toString('hex')];
    const shown = [inspect(key, { depth: 9, showHidden: true }), JSON.stringify({ key, phrase }), `${key} ${phrase}`, inspect({ phrase }), inspect(structuredCloneOf(key))].join();
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(JSON.stringify(key)).toBe(`"${key.address}"`);
    expect(inspect(new Secret('x'))).toBe('[secret]');
    try {
      decodeKeyData(utf8ToBytes(`{"secretPhrase": "${phrase.reveal()}"`));
    } catch (error) {
      expect(inspect(error, { depth: 9 })).not.toContain(phrase.reveal());
    }
  });
});

function structuredCloneOf(value: object): unknown {
  return structuredClone(value);
}
