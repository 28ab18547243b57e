/** Check `wallet`: the official wallet opens ours and ours opens the official one's. usage: `node tools/run.mjs tools/clientWallet.ts PYTHON…` */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Wallet, keyFromUri, setPasswordInEnvironment, walletReady } from '@taonet/sdk/wallet';

const PASSWORD = 'Throw-away 7!';
const TEXT = 'signed by the other side';
const KEYS = ['coldkey', 'hot', 'edwards'] as const;

type PerKey = Readonly<Record<(typeof KEYS)[number], string>>;

async function ask<T>(python: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(python, ['clients/accept/wallet_peer.py', ...args], { env: { ...process.env, PYTHONWARNINGS: 'ignore' } });
  return JSON.parse(/^ANSWER (.*)$/m.exec(stdout)![1]!) as T;
}

async function theirsByUs(python: string, path: string): Promise<void> {
  const made = await ask<PerKey & { signed: PerKey }>(python, 'write', path, PASSWORD);
  const wallet = new Wallet({ name: 'theirs', hotkey: 'hot', path });
  const edwards = new Wallet({ name: 'theirs', hotkey: 'edwards', path });
  const keys = { coldkey: await wallet.coldkey(PASSWORD), hot: await wallet.hotkey(), edwards: await edwards.hotkey() };
  for (const name of KEYS) {
    assert.equal(keys[name].address, made[name]);
    assert.ok(keys[name].verify(TEXT, Buffer.from(made.signed[name], 'hex')), `their signature of ${name}`);
  }
  assert.equal((await wallet.coldkeypub()).address, made.coldkey);
  await assert.rejects(wallet.coldkey('not the password'), { code: 'WrongPassword' });
}

async function oursByThem(python: string, path: string): Promise<void> {
  const wallet = new Wallet({ name: 'ours', hotkey: 'hot', path });
  const edwards = new Wallet({ name: 'ours', hotkey: 'edwards', path });
  const { key: coldkey } = await wallet.createColdkey({ password: PASSWORD, words: 24 });
  const { key: hot } = await wallet.createHotkey();
  const derived = keyFromUri('//Alice//edwards', 'ed25519');
  await edwards.saveHotkey(derived);
  const keys = { coldkey, hot, edwards: derived };
  setPasswordInEnvironment(wallet.files.coldkey, PASSWORD);
  const signed = Object.fromEntries(KEYS.map((name) => [name, Buffer.from(keys[name].signSync(TEXT)).toString('hex')]));
  const read = await ask<{ addresses: PerKey; public: PerKey; verified: Record<string, boolean>; signed: PerKey }>(python, 'read', path, JSON.stringify(signed));
  for (const name of KEYS) {
    assert.equal(read.addresses[name], keys[name].address);
    assert.equal(read.public[name], keys[name].address);
    assert.ok(read.verified[name], `our signature of ${name}`);
    assert.ok(keys[name].verify(TEXT, Buffer.from(read.signed[name], 'hex')), `their signature of our ${name}`);
  }
}

await walletReady();
for (const python of process.argv.slice(2)) {
  for (const direction of [theirsByUs, oursByThem]) {
    const path = await mkdtemp(join(tmpdir(), 'taonet-wallet-'));
    try {
      await direction(python, path);
      console.log(`ok   ${direction.name} ${python}`);
    } finally {
      await rm(path, { recursive: true });
    }
  }
}
