import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { concatBytes, hexToBytes } from '@taonet/primitives';
import {
  Wallet, keyFromPolkadotJson, keyFromUri, listWallets, passwordFromEnvironment, passwordVariable, readKeyFile, readSecretKeyFile, setPasswordInEnvironment,
  walletReady, writeKeyFile,
} from '../../src/wallet/index.ts';
import { keyMaterial } from '../../src/wallet/key.ts';
import { ensureStrongPassword } from '../../src/wallet/password.ts';
import { passwordScore } from '../../src/wallet/passwordScore.ts';
import { scalarTimesCofactor } from '../../src/wallet/sr25519Scalar.ts';
import { GOLDEN, goldenBytes } from './golden.ts';

let path: string;
beforeAll(async () => {
  await walletReady();
  path = await mkdtemp(join(tmpdir(), 'taonet-wallet-'));
});
afterAll(() => rm(path, { recursive: true }));

const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

describe('layout of the official wallet', () => {
  test('create, open, list; files are mode 0600', async () => {
    const wallet = new Wallet({ name: 'one', hotkey: 'first', path });
    const cold = await wallet.createColdkey({ plain: true });
    const hot = await wallet.createHotkey({ words: 24, scheme: 'ed25519' });
    await new Wallet({ name: 'one', hotkey: 'second', path }).createHotkey();
    for (const file of Object.values(wallet.files)) expect(await modeOf(file)).toBe(0o600);
    expect([(await wallet.coldkey()).address, (await wallet.coldkeypub()).address]).toEqual([cold.key.address, cold.key.address]);
    expect([(await wallet.hotkey()).address, (await wallet.hotkeypub()).scheme]).toEqual([hot.key.address, 'ed25519']);
    expect(hot.phrase.reveal().split(' ')).toHaveLength(24);
    const listed = await listWallets(path);
    expect(listed.map(({ name, coldkey, hotkeys }) => [name, coldkey, hotkeys.map((hotkey) => hotkey.name)])).toEqual([['one', cold.key.address, ['first', 'second']]]);
    expect(inspect(wallet)).toContain('one/first');
    expect((await readdir(join(path, 'one'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('refuses: a key over a key, coldkeys in the clear by accident, weak passwords, names that leave the folder', async () => {
    const wallet = new Wallet({ name: 'two', path });
    const { key } = await wallet.createHotkey();
    await expect(wallet.createHotkey()).rejects.toMatchObject({ code: 'KeyFileExists' });
    expect((await wallet.hotkey()).address).toBe(key.address);
    await wallet.createHotkey({ overwrite: true });
    expect((await wallet.hotkey()).address).not.toBe(key.address);
    await expect(wallet.createColdkey({})).rejects.toMatchObject({ code: 'PasswordRequired' });
    await expect(wallet.createColdkey({ password: '123123' })).rejects.toMatchObject({ code: 'WeakPassword' });
    await expect(wallet.coldkey()).rejects.toMatchObject({ code: 'NoKeyFile' });
    for (const name of ['..', 'a/b', '']) expect(() => new Wallet({ name, path })).toThrow(expect.objectContaining({ code: 'BadWalletName' }));
  });

  test('a hotkey without its public file, as before btwallet 3.1', async () => {
    const wallet = new Wallet({ name: 'old', path });
    const { key } = await wallet.createHotkey();
    await rm(wallet.files.hotkeypub);
    expect((await wallet.hotkeypub()).address).toBe(key.address);
    expect((await listWallets(path)).find(({ name }) => name === 'old')!.hotkeys[0]!.address).toBe(key.address);
  });

  test('names from the environment', () => {
    const kept = { ...process.env };
    Object.assign(process.env, { BT_WALLET_NAME: 'cold', BT_WALLET_HOTKEY: 'hot', BT_WALLET_PATH: '~/w' });
    const wallet = new Wallet();
    process.env = kept;
    expect([wallet.name, wallet.hotkeyName, wallet.path.endsWith('/w'), wallet.path.includes('~')]).toEqual(['cold', 'hot', true, false]);
  });

  test('a public file cannot sign', async () => {
    const wallet = new Wallet({ name: 'one', hotkey: 'first', path });
    await expect(readSecretKeyFile(wallet.files.coldkeypub)).rejects.toMatchObject({ code: 'PublicOnly' });
  });
});

describe('passwords', () => {
  test('in the environment, in the form of the official wallet', async () => {
    const { path: file, password, line } = GOLDEN.environment;
    expect(passwordVariable(file)).toBe(line.slice(0, line.indexOf('=')));
    const environment: Record<string, string | undefined> = {};
    setPasswordInEnvironment(file, password, environment);
    expect(environment).toEqual({ [passwordVariable(file)]: line.slice(line.indexOf('=') + 1) });
    expect(passwordFromEnvironment(file, environment)!.reveal()).toBe(password);
  });

  test('asked for only when a file is encrypted; taken from the environment when there', async () => {
    const vault = GOLDEN.files.find(({ name }) => name === 'ansible vault')!;
    const file = join(path, 'vault');
    await writeFile(file, goldenBytes(vault));
    await expect(readKeyFile(file)).rejects.toMatchObject({ code: 'PasswordRequired', facts: { variable: passwordVariable(file) } });
    expect((await readKeyFile(file, async () => vault.password!)).address).toBe(vault.address);
    setPasswordInEnvironment(file, vault.password!);
    expect((await readKeyFile(file)).address).toBe(vault.address);
    delete process.env[passwordVariable(file)];
    const plain = join(path, 'plain');
    await writeKeyFile(plain, keyFromUri('//Alice'));
    expect((await readKeyFile(plain, () => Promise.reject(new TypeError('asked')))).address).toBe(keyFromUri('//Alice').address);
    expect(await readFile(plain, 'utf8')).toContain('privateKey');
  });

  test('strength', () => {
    const strong = (password: string): boolean => {
      try {
        ensureStrongPassword(password);
        return true;
      } catch {
        return false;
      }
    };
    const { accepted, refused } = JSON.parse(readFileSync(new URL('../../../../fixtures/wallet/passwords.json', import.meta.url), 'utf8')) as { accepted: string[]; refused: string[] };
    expect(accepted.filter((password) => !strong(password))).toEqual([]);
    expect(refused.filter(strong)).toEqual([]);
    expect(['', 'Throw-away 7! ', ' Throw-away 7!'].filter(strong)).toEqual([]);
  });

  test('scores', () => {
    // those that the official library's own tests have
    expect(passwordScore('kq4zpz13')).toBeCloseTo(62, 10);
    expect(passwordScore('ZYX[$BCkQB中文}%A_3456]  H(\rg')).toBe(100);
    expect(passwordScore('abc123')).toBeCloseTo(24, 10);
    fc.assert(fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (password) => {
      const score = passwordScore(password);
      expect(score >= 0 && score <= 100).toBe(true);
    }));
  });
});

test('an account exported by polkadot.js', () => {
  const key = keyFromUri('//Alice');
  const head = hexToBytes('3053020101300506032b657004220420');
  const plain = concatBytes(head, scalarTimesCofactor(keyMaterial(key).privateKey), hexToBytes('a123032100'), key.publicKey);
  const salt = new Uint8Array(32).fill(3);
  const nonce = new Uint8Array(24).fill(5);
  const numbers = new Uint8Array(12);
  [1 << 10, 1, 8].forEach((value, i) => new DataView(numbers.buffer).setUint32(4 * i, value, true));
  const password = scryptSync('pass', salt, 64, { N: 1 << 10, p: 1, r: 8 });
  const encoded = Buffer.from(concatBytes(salt, numbers, nonce, xsalsa20poly1305(new Uint8Array(password.subarray(0, 32)), nonce).encrypt(plain))).toString('base64');
  const json = JSON.stringify({ encoded, encoding: { content: ['pkcs8', 'sr25519'], type: ['scrypt', 'xsalsa20-poly1305'], version: '3' }, address: key.address });
  expect(keyFromPolkadotJson(json, 'pass').address).toBe(key.address);
  expect(() => keyFromPolkadotJson(json, 'other')).toThrow(expect.objectContaining({ code: 'WrongPassword' }));
  expect(() => keyFromPolkadotJson('{}', 'pass')).toThrow(expect.objectContaining({ code: 'BadKeyFile' }));
});
