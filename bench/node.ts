/** The node from outside: start, transfers over RPC, instant blocks, snapshots, memory. */

import { spawnSync } from 'node:child_process';
import { createCrypto } from '@taonet/crypto';
import { median, medianMsAsync, type Benchmark, type Figure } from './harness.ts';
import { PROGRAM, residentMb, startNode, type NodeProcess } from './nodeProcess.ts';
import { benchKeys, readFacts, signTransfer } from './transfers.ts';

const STARTS = 11;
const SENDERS = 500;
const NONCES = 10;
const SOCKETS = 4;
const BALANCE_RAO = '1000000000000';

/** Runs `work` against a fresh node and ends it whatever happens. */
async function withNode<T>(options: readonly string[], work: (node: NodeProcess) => Promise<T>): Promise<T> {
  const node = await startNode(options);
  try {
    return await work(node);
  } finally {
    await node.stop();
  }
}

async function runStart(): Promise<Figure[]> {
  const bare: number[] = [];
  const help: number[] = [];
  const answered: Record<string, number[]> = { system_health: [], chain_getHeader: [] };
  for (let i = 0; i < STARTS; i++) {
    const before = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    const empty = performance.now();
    bare.push(empty - before);
    spawnSync(process.execPath, [PROGRAM, '--help']);
    help.push(performance.now() - empty);
    for (const method of Object.keys(answered)) {
      await withNode([], async (node) => {
        const client = await node.connect();
        await client.request(method);
        answered[method]!.push(performance.now() - node.spawnedAt);
        client.close();
      });
    }
  }
  return [
    { name: 'start of an empty Node.js process', value: median(bare), unit: 'ms', n: STARTS },
    { name: 'taonet --help, whole process', value: median(help), unit: 'ms', n: STARTS, goal: 80, anchor: 'btcli 2,000-3,300 ms' },
    ...Object.entries(answered).map(([method, times]): Figure =>
      ({ name: `process start to first answer, ${method}`, value: median(times), unit: 'ms', n: times.length, goal: 200, anchor: 'Anvil 81-161, Hardhat 720-980, chopsticks 3,700-8,200 ms' })),
  ];
}

export const start: Benchmark = { name: 'start', what: 'process start to the first RPC answer', run: runStart };

interface BlockAnswer {
  readonly block: { readonly extrinsics: readonly string[] };
}

const SIGNED_BIT = 0x80;

/** By the byte behind the length prefix, which takes one, two or four bytes. */
function isSigned(extrinsic: string): boolean {
  const prefixBytes = [1, 2, 4][Number.parseInt(extrinsic.slice(2, 4), 16) & 3]!;
  return (Number.parseInt(extrinsic.slice(2 + 2 * prefixBytes, 4 + 2 * prefixBytes), 16) & SIGNED_BIT) !== 0;
}

/** Counts transfers in blocks by asking for every block. */
async function countSigned(client: { request(method: string, params?: readonly unknown[]): Promise<unknown> }, from: number, to: number): Promise<number> {
  let signed = 0;
  for (let number = from; number <= to; number++) {
    const hash = await client.request('chain_getBlockHash', [number]);
    const { block } = (await client.request('chain_getBlock', [hash])) as BlockAnswer;
    signed += block.extrinsics.filter(isSigned).length;
  }
  return signed;
}

async function headNumber(client: { request(method: string): Promise<unknown> }): Promise<number> {
  return Number(((await client.request('chain_getHeader')) as { number: string }).number);
}

async function runTransfers(): Promise<Figure[]> {
  return withNode(['--block-time', '250ms'], async (node) => {
    const crypto = await createCrypto();
    const client = await node.connect();
    const keys = await benchKeys(SENDERS);
    await Promise.all(keys.map((key) => client.request('dev_setBalance', [key.ss58, BALANCE_RAO])));
    const facts = await readFacts(client);
    const to = keys[0]!.accountId;
    const signed: string[] = [];
    for (let nonce = 0; nonce < NONCES; nonce++) for (const from of keys) signed.push(signTransfer(facts, crypto.blake2b256, { from, nonce, to }));
    const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => node.connect()));
    const first = await headNumber(client);
    const begun = performance.now();
    let refused = 0;
    const submitted = signed.map((extrinsic, i) => sockets[i % SOCKETS]!.request('author_submitExtrinsic', [extrinsic]).catch(() => { refused += 1; }));
    await Promise.all(submitted);
    const submittedMs = performance.now() - begun;
    let counted = 0;
    let seen = first;
    while (counted < signed.length - refused) {
      const head = await headNumber(client);
      if (head > seen) {
        counted += await countSigned(client, seen + 1, head);
        seen = head;
      }
    }
    const ms = performance.now() - begun;
    if (refused > 0) process.stderr.write(`${refused} transfers were refused\n`);
    return [
      { name: 'signed transfers accepted over RPC', value: (signed.length * 1000) / submittedMs, unit: 'per s', n: signed.length },
      { name: 'signed transfers into blocks over RPC', value: (counted * 1000) / ms, unit: 'per s', n: counted, goal: 2000, anchor: 'Anvil 340-544 sequential, CometBFT 400' },
    ];
  });
}

export const transfers: Benchmark = { name: 'transfers', what: 'signed transfers into blocks over RPC', run: runTransfers };

interface ExtrinsicStatus {
  readonly inBlock?: string;
}

async function runInstant(): Promise<Figure[]> {
  return withNode(['--block-time', 'instant'], async (node) => {
    const crypto = await createCrypto();
    const client = await node.connect();
    const [from] = await benchKeys(1);
    await client.request('dev_setBalance', [from!.ss58, BALANCE_RAO]);
    const facts = await readFacts(client);
    const rounds = 200;
    const warmUp = 50;
    const signed = Array.from({ length: warmUp + rounds }, (_, nonce) => signTransfer(facts, crypto.blake2b256, { from: from!, nonce, to: from!.accountId }));
    const { ms, n } = await medianMsAsync((round) => new Promise<void>((resolve, reject) => {
      client.onNotification = (status) => {
        if ((status as ExtrinsicStatus).inBlock !== undefined) resolve();
      };
      client.request('author_submitAndWatchExtrinsic', [signed[round + warmUp]!]).catch(reject);
    }), { warmUp, rounds });
    return [{ name: 'transaction to in block, instant mode, p50', value: ms, unit: 'ms', n, goal: 5, anchor: 'Anvil 2.0, Hardhat 3.2-4.3 ms' }];
  });
}

export const instant: Benchmark = { name: 'instant', what: 'a transaction into a block of its own', run: runInstant };

async function runSnapshot(): Promise<Figure[]> {
  return withNode(['--block-time', 'manual'], async (node) => {
    const client = await node.connect();
    await client.request('dev_mine', [10]);
    const once = async (): Promise<void> => {
      const id = await client.request('dev_snapshot');
      await client.request('dev_revert', [id]);
    };
    const alone = await medianMsAsync(once, { warmUp: 50, rounds: 200 });
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const before = performance.now();
      const id = await client.request('dev_snapshot');
      const taken = performance.now();
      await client.request('dev_mine', [1]);
      const mined = performance.now();
      await client.request('dev_revert', [id]);
      if (i >= 10) times.push(performance.now() - mined + taken - before);
    }
    return [
      { name: 'snapshot + revert, p50', value: alone.ms, unit: 'ms', n: alone.n, goal: 1, anchor: 'Anvil 1.2, Hardhat 1.4-2.3 ms' },
      { name: 'snapshot + revert of a block, p50', value: median(times), unit: 'ms', n: times.length, goal: 1 },
    ];
  });
}

export const snapshot: Benchmark = { name: 'snapshot', what: 'snapshot and revert over RPC', run: runSnapshot };

async function runMemory(): Promise<Figure[]> {
  return withNode(['--block-time', 'manual'], async (node) => {
    const client = await node.connect();
    await client.request('system_health');
    const idle = residentMb(node.pid);
    await client.request('dev_mine', [1000]);
    const later = residentMb(node.pid);
    if (idle === undefined || later === undefined) return [];
    return [
      { name: 'memory, idle', value: idle, unit: 'MB', n: 1, goal: 120, anchor: 'Anvil 19, Hardhat 131-158, upstream about 286 MB' },
      { name: 'memory after 1,000 blocks', value: later, unit: 'MB', n: 1 },
    ];
  });
}

export const memory: Benchmark = { name: 'memory', what: 'resident memory of the node', run: runMemory };

const GROWTH_BLOCKS = 100_000;
const GROWTH_BATCH = 1_000;

async function runGrowth(): Promise<Figure[]> {
  return withNode(['--block-time', 'manual'], async (node) => {
    const client = await node.connect();
    await client.request('dev_mine', [GROWTH_BATCH]);
    const early = residentMb(node.pid);
    const begun = performance.now();
    for (let block = GROWTH_BATCH; block < GROWTH_BLOCKS; block += GROWTH_BATCH) await client.request('dev_mine', [GROWTH_BATCH]);
    const seconds = (performance.now() - begun) / 1000;
    const late = residentMb(node.pid);
    if (early === undefined || late === undefined) return [];
    return [
      { name: 'memory growth, block 1,000 to 100,000', value: late - early, unit: 'MB', n: 1, goal: 150 },
      { name: 'blocks by dev_mine', value: (GROWTH_BLOCKS - GROWTH_BATCH) / seconds, unit: 'blocks/s', n: GROWTH_BLOCKS - GROWTH_BATCH },
    ];
  });
}

export const growth: Benchmark = { name: 'growth', what: 'memory over 100,000 blocks', onlyByName: true, run: runGrowth };
