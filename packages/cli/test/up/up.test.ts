/** The living network as somebody starts it: real processes, real work, real pay; and nothing is left of it afterwards. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Metagraph } from '@taonet/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/up-'));
const entry = join(folder, 'dist/taonet.mjs');

interface Started {
  readonly endpoints: readonly string[];
  readonly gateway: string;
  readonly subnets: readonly { readonly netuid: number; readonly title: string }[];
}

const running = new Set<ChildProcess>();

interface Up {
  readonly started: Promise<Started>;
  /** Settles when it has told such a step. */
  told(words: string): Promise<void>;
  /** returns: its exit status; null when it was killed */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

function up(): Up {
  const flags = ['--json', '--port', '0', '--gateway-port', '0', '--subnets', 'store', '--miners', '3', '--validators', '2', '--block-time', '100ms', '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [entry, 'up', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let [words, json] = ['', ''];
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const until = <T>(stream: NodeJS.ReadableStream, look: () => T | undefined): Promise<T> => new Promise((found, failed) => {
    stream.on('data', () => {
      const one = look();
      if (one !== undefined) found(one);
    });
    void ended.then((status) => failed(new Error(`ended with ${String(status)}: ${words}`)));
  });
  child.stderr.on('data', (chunk: Buffer) => { words += chunk.toString(); });
  child.stdout.on('data', (chunk: Buffer) => { json += chunk.toString(); });
  const started = until(child.stdout, () => (json.endsWith('\n}\n') ? JSON.parse(json) as Started : undefined));
  started.catch(() => undefined);
  return {
    started,
    told: async (step) => void await until(child.stderr, () => (words.includes(step) ? true : undefined)),
    stop(signal) {
      running.delete(child);
      child.kill(signal);
      return ended;
    },
  };
}

/** Looks at every block until the metagraph is as wanted. */
async function until(url: string, netuid: number, wanted: (metagraph: Metagraph) => boolean): Promise<Metagraph> {
  const client = await connect(url);
  try {
    for await (const _ of client.blocks()) {
      const metagraph = await client.metagraph(netuid);
      if (wanted(metagraph)) return metagraph;
    }
    throw new Error('the chain has ended');
  } finally {
    await client.close();
  }
}

const processes = (): readonly string[] => spawnSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(entry));

/** More looks than processes need to end, which take their time. */
const LOOKS = 500;

/** No process of ours is left, or will be soon: nobody tells when, for they are not our children. */
function expectAllGone(): void {
  for (let look = 0; look < LOOKS && processes().length > 0; look += 1);
  expect(processes()).toEqual([]);
}

/** Connections that stay open as long as their other end lives. */
async function holdOpen(ends: readonly { readonly ip: string; readonly port: number }[]): Promise<readonly Socket[]> {
  const sockets = ends.map(({ ip, port }) => createConnection({ host: ip, port }).on('error', () => undefined));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

async function get<T>(url: string): Promise<T> {
  return await (await fetch(url)).json() as T;
}

type Rounds = readonly { readonly validator: string; readonly rounds: readonly number[] }[];
const roundsOf = async (gateway: string, netuid: number): Promise<Rounds> => (await get<{ readonly data: Rounds }>(`${gateway}/rounds/${netuid}`)).data.filter(({ rounds }) => rounds.length > 0);

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), join(folder, 'dist')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('pays what was deserved, serves files, leaves nothing behind when it is killed, and goes on where it was', async () => {
  const first = up();
  const { endpoints: [url], gateway, subnets } = await first.started;
  const { netuid } = subnets[0]!;
  const earned = await until(url!, netuid, ({ neurons }) => neurons.filter(({ incentive }) => incentive > 0).length === 2);
  const [honest, small] = [...earned.neurons].sort((a, b) => b.incentive - a.incentive);
  expect(honest!.incentive).toBeGreaterThan(small!.incentive);
  expect(earned.neurons.filter(({ incentive }) => incentive > 0).every(({ axon }) => axon !== undefined)).toBe(true);

  const file = Buffer.from('what somebody keeps '.repeat(50));
  expect((await fetch(`${gateway}/objects/a/file.txt`, { method: 'PUT', body: file })).status).toBe(201);
  expect(Buffer.from(await (await fetch(`${gateway}/objects/a/file.txt`)).arrayBuffer())).toEqual(file);

  const before = await roundsOf(gateway, netuid);
  const ends = [url!, gateway].map((one) => new URL(one)).map(({ hostname: ip, port }) => ({ ip, port: Number(port) }));
  const sockets = await holdOpen([...ends, ...earned.neurons.flatMap(({ axon }) => (axon === undefined ? [] : [axon]))]);
  expect(processes().length).toBe(4);
  const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
  expect(await first.stop('SIGKILL')).toBe(null);
  await closed;
  expectAllGone();

  const second = up();
  const again = await second.started;
  expect(again.subnets).toEqual(subnets);
  // The owner and the honest validator reveal what they owed: the round that they were in when they were killed.
  expect(before.length).toBe(2);
  let after: Rounds = [];
  await until(again.endpoints[0]!, netuid, ({ block }) => block > earned.block);
  const client = await connect(again.endpoints[0]!);
  for await (const _ of client.blocks()) {
    after = await roundsOf(again.gateway, netuid);
    if (before.every(({ validator, rounds }) => after.find((one) => one.validator === validator)!.rounds.at(-1)! > rounds.at(-1)!)) break;
  }
  await client.close();
  const { stdout, status } = spawnSync(process.execPath, [entry, 'subnets', 'audit', String(netuid), '--json', '--rounds', '64', '--gateway', again.gateway, '--network', again.endpoints[0]!], { encoding: 'utf8' });
  const audit = JSON.parse(stdout) as { readonly unrevealed: number; readonly rounds: readonly { readonly findings: readonly unknown[] }[] };
  expect(status).toBe(0);
  expect(audit.rounds.flatMap(({ findings }) => findings)).toEqual([]);
  // Those rounds that are under way.
  expect(audit.unrevealed).toBe(before.length);
  expect(audit.rounds.length).toBeGreaterThanOrEqual(after.reduce((sum, { rounds }) => sum + rounds.length, 0) - before.length);

  expect(await second.stop('SIGHUP')).toBe(0);
  expect(processes()).toEqual([]);
}, 240_000);

it.each([['chain at', 'SIGINT'], ['miners start', 'SIGTERM'], ['miners start', 'SIGKILL']] as const)('ends while it starts: %s, %s', async (step, signal) => {
  const network = up();
  await network.told(step);
  expect(await network.stop(signal)).toBe(signal === 'SIGKILL' ? null : 0);
  expectAllGone();
}, 60_000);
