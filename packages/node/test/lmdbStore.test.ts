import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHashers } from '@taonet/crypto';
import { Chain, decodeHeader, MemoryStore, type BlockStore } from '@taonet/chain';
import { bytesToHex, type Hashers } from '@taonet/primitives';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { counterKey, COUNTER_PREFIX, CounterRuntime, transaction } from '../../chain/test/counterRuntime.ts';
import { VirtualTimer } from '../../chain/test/virtualTimer.ts';
import { openDataFolder } from '../src/store/dataFolder.ts';
import { Disk } from '../src/store/disk.ts';
import { HistoryLog } from '../src/store/historyLog.ts';
import { LmdbStore } from '../src/store/lmdbStore.ts';
import { startNode } from '../src/index.ts';

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'taonet-test-'));
  folders.push(path);
  return path;
};
afterEach(() => { for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true }); });

const over = (store: BlockStore): Chain => new Chain({ runtime: new CounterRuntime(hashers), hashers, timer: new VirtualTimer(), seal: { kind: 'manual' }, store });
const open = async (path: string): Promise<Chain> => over(await LmdbStore.kept({ path, hashers, label: 'counter' }));
const memory = (): Chain => over(new MemoryStore());

/** Blocks in which counters come, change and go. */
async function grow(chain: Chain, blocks: number): Promise<void> {
  for (let i = 0; i < blocks; i++) {
    const number = chain.head.number;
    const account = number % 7;
    const nonce = chain.stateAt(number).get('a0'.repeat(32) + account.toString(16).padStart(2, '0'))?.[0] ?? 0;
    await chain.submit(transaction({ account, nonce, argument: (number * 37) % 251 }));
    await chain.produce();
  }
}

function everything(chain: Chain): unknown[] {
  return Array.from({ length: chain.head.number + 1 }, (_, number) => {
    const state = chain.stateAt(number);
    return {
      hash: chain.blockAt(number)!.hash,
      body: chain.blockAt(number)!.extrinsics.map(bytesToHex),
      counters: state.keysWithPrefix(COUNTER_PREFIX).map((key) => [key.slice(64), state.get(key)![0]]),
    };
  });
}

describe('LMDB store', () => {
  it('default: answers as the memory store does, past and present, near and far, before and after reopening', async () => {
    const path = folder();
    const [disk, ram] = [await open(path), memory()];
    await grow(disk, 300);
    await grow(ram, 300);
    expect(everything(disk)).toEqual(everything(ram));
    await disk.close();
    const again = await open(path);
    expect(again.head.number).toBe(300);
    expect(again.finalized.number).toBe(300);
    expect(everything(again)).toEqual(everything(ram));
    expect(again.store.numberOf(ram.blockAt(7)!.hash)).toBe(7);
    for (const number of [0, 7, 299]) {
      expect(bytesToHex(again.stateAt(number).trie().root())).toBe(decodeHeader(again.blockAt(number)!.header).stateRoot);
    }
    await grow(again, 3);
    await grow(ram, 3);
    expect(again.head.hash).toBe(ram.head.hash);
    await again.close();
  });

  it('behavior: a chain that is not kept goes to disk when it has grown, and answers the same', async () => {
    let made = 0;
    const path = folder();
    const [disk, ram] = [over(LmdbStore.temporary({ hashers, path: () => (made++, path) })), memory()];
    for (const chain of [disk, ram]) {
      await grow(chain, 200);
      const id = await chain.snapshot();
      await grow(chain, 40);
      await chain.amend(() => [[counterKey(200), Uint8Array.of(9)]]);
      await chain.revert(id);
    }
    expect(made).toBe(0);
    await grow(disk, 500);
    await grow(ram, 500);
    await disk.store.flush();
    expect(made).toBe(1);
    expect(disk.head.number).toBe(700);
    expect(everything(disk)).toEqual(everything(ram));
    expect(disk.store.numberOf('00'.repeat(32))).toBeUndefined();
    await disk.close();
  });

  it('behavior: changes of a developer alone make a chain that is not kept go to disk', async () => {
    for (const [changes, bytes] of [[1000, 1], [20, 8 * 1024 * 1024]] as const) {
      let made = 0;
      const path = folder();
      const chain = over(LmdbStore.temporary({ hashers, path: () => (made++, path) }));
      await grow(chain, 1);
      for (let i = 0; i < changes; i++) await chain.amend(() => [[counterKey(200), new Uint8Array(bytes).fill(i)]]);
      expect(made).toBe(1);
      await chain.close();
    }
  });

  it('behavior: block 0 is read back when a developer changed it before anything was written', async () => {
    const node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'manual' });
    const hash = await node.request('chain_getBlockHash', [0]);
    await node.request('dev_setBalance', ['5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw', '1']);
    // the disk is made meanwhile
    for (let i = 0; i < 320; i++) await node.request('dev_mine', [1]);
    expect(await node.request('chain_getBlockHash', [0])).toBe(hash);
    await node.close();
  });

  it('behavior: blocks with large changes leave memory early, and are read from disk', async () => {
    const path = folder();
    const [disk, ram] = [await open(path), memory()];
    for (const chain of [disk, ram]) {
      const large = new Uint8Array(8 * 1024 * 1024).fill(3);
      for (let i = 0; i < 12; i++) {
        await chain.amend(() => [[counterKey(200), i % 2 === 0 ? large : null]]);
        await grow(chain, 1);
        await chain.amend(() => [[counterKey(201), i % 2 === 0 ? null : large]]);
      }
    }
    const reads = vi.spyOn(Disk.prototype, 'block');
    expect(everything(disk)).toEqual(everything(ram));
    const numbers = reads.mock.calls.map(([number]) => number);
    expect(numbers.includes(1)).toBe(true);
    expect(numbers.includes(12)).toBe(false);
    reads.mockRestore();
    await disk.close();
  });

  it('behavior: turns back over blocks that left memory, and over changes of a developer', async () => {
    const path = folder();
    const [disk, ram] = [await open(path), memory()];
    for (const chain of [disk, ram]) {
      await grow(chain, 5);
      const id = await chain.snapshot();
      await chain.amend(() => [[counterKey(200), Uint8Array.of(9)]]);
      await grow(chain, 280);
      await chain.revert(id);
      await grow(chain, 2);
      await chain.amend(() => [[counterKey(201), Uint8Array.of(8)]]);
    }
    expect(everything(disk)).toEqual(everything(ram));
    await disk.close();
    const again = await open(path);
    expect(everything(again)).toEqual(everything(ram));
    await again.close();
  });

  it('behavior: keys longer than LMDB takes', async () => {
    const path = folder();
    const chain = await open(path);
    const long = (end: string): string => COUNTER_PREFIX + 'ab'.repeat(2500) + end;
    await chain.amend(() => [[long('01'), Uint8Array.of(1)], [long('02'), new Uint8Array(0)]]);
    await chain.produce();
    await chain.amend(() => [[long('01'), null]]);
    await chain.close();
    const again = await open(path);
    const keys = (at: number): readonly string[] => again.stateAt(at).keysWithPrefix(long(''));
    expect(keys(0)).toEqual([long('01'), long('02')]);
    expect(keys(1)).toEqual([long('02')]);
    expect(again.stateAt(1).get(long('02'))).toEqual(new Uint8Array(0));
    await again.close();
  });

  it.each([
    ['log', () => vi.spyOn(HistoryLog.prototype, 'write').mockRejectedValueOnce(new Error('ENOSPC'))],
    ['tables', () => vi.spyOn(Disk.prototype, 'write').mockRejectedValueOnce(new Error('EIO'))],
  ] as const)('behavior: what the %s could not take has not happened, and the next change is taken', async (_what, fail) => {
    const path = folder();
    const chain = await open(path);
    await grow(chain, 10);
    const id = await chain.snapshot();
    await grow(chain, 20);
    const before = everything(chain);
    const failure = { code: 'DiskWriteFailed' };
    fail();
    await expect(chain.amend(() => [[counterKey(200), Uint8Array.of(9)]])).rejects.toMatchObject(failure);
    expect(everything(chain)).toEqual(before);
    vi.spyOn(Disk.prototype, 'write').mockRejectedValueOnce(new Error('EIO'));
    await expect(chain.revert(id)).rejects.toMatchObject(failure);
    expect(everything(chain)).toEqual(before);
    await grow(chain, 1);
    fail();
    await expect(chain.produce()).rejects.toMatchObject(failure);
    const later = everything(chain);
    expect(later.slice(0, -1)).toEqual(before);
    await chain.amend(() => [[counterKey(201), Uint8Array.of(8)]]);
    const last = everything(chain);
    await chain.close();
    const again = await open(path);
    expect(everything(again)).toEqual(last);
    await grow(again, 1);
    await again.close();
  });

  it('behavior: block 0 is written before anything else, although it failed the first time', async () => {
    const path = folder();
    vi.spyOn(Disk.prototype, 'write').mockRejectedValueOnce(new Error('EIO'));
    const chain = await open(path);
    await new Promise((resolve) => setImmediate(resolve));
    await grow(chain, 2);
    const before = everything(chain);
    await chain.close();
    const again = await open(path);
    expect(everything(again)).toEqual(before);
    await again.close();
  });

  it('behavior: while far blocks are being taken back, they are read as before', async () => {
    const path = folder();
    const chain = await open(path);
    await grow(chain, 3);
    const id = await chain.snapshot();
    await grow(chain, 262);
    const before = everything(chain);
    const whole = Disk.prototype.write;
    let between: unknown;
    vi.spyOn(Disk.prototype, 'write').mockImplementationOnce(async function (this: Disk, writes) {
      await whole.call(this, writes);
      between = everything(chain);
    });
    await chain.revert(id);
    expect(between).toEqual(before);
    expect(everything(chain)).toEqual(before.slice(0, 4));
    await chain.close();
  });

  it('refuses: another chain in the folder, and a folder in use', async () => {
    const path = folder();
    await (await open(path)).close();
    await expect(LmdbStore.kept({ path, hashers, label: 'other' })).rejects.toThrow(/another chain/);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6); console.log("up")'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((up) => child.stdout!.once('data', up));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(path, 'process.lock'), String(child.pid));
    expect(() => openDataFolder(path)).toThrow(/in use/);
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    openDataFolder(path).release();
  });

  it('default: a temporary folder is gone afterwards', async () => {
    const data = openDataFolder(undefined);
    expect(data.temporary).toBe(true);
    data.release();
    const { existsSync } = await import('node:fs');
    expect(existsSync(data.path)).toBe(false);
  });
});
