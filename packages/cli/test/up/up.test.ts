/** The living network as somebody starts it: real processes, real work, real pay; and nothing is left of it afterwards. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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

async function up(): Promise<{ readonly started: Started; stop(): Promise<number | null> }> {
  const flags = ['--json', '--port', '0', '--gateway-port', '0', '--subnets', 'store', '--miners', '3', '--validators', '2', '--block-time', '100ms', '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [entry, 'up', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => { words += chunk.toString(); });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const started = await new Promise<Started>((ready, failed) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      try {
        ready(JSON.parse(text) as Started);
      } catch {
        // not all of it yet
      }
    });
    void ended.then((status) => failed(new Error(`ended with ${String(status)}: ${words}`)));
  });
  return {
    started,
    stop() {
      running.delete(child);
      child.kill('SIGINT');
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

const processesOf = (path: string): string[] => spawnSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(path));

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), join(folder, 'dist')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('pays what was deserved, serves files, ends without a trace, and goes on where it was', async () => {
  const first = await up();
  const { endpoints: [url], gateway, subnets: [subnet] } = first.started;
  const earned = await until(url!, subnet!.netuid, ({ neurons }) => neurons.filter(({ incentive }) => incentive > 0).length === 2);
  const [honest, small] = [...earned.neurons].sort((a, b) => b.incentive - a.incentive);
  expect(honest!.incentive).toBeGreaterThan(small!.incentive);
  expect(earned.neurons.filter(({ incentive }) => incentive > 0).every(({ axon }) => axon !== undefined)).toBe(true);

  const file = Buffer.from('what somebody keeps '.repeat(50));
  expect((await fetch(`${gateway}/objects/a/file.txt`, { method: 'PUT', body: file })).status).toBe(201);
  expect(Buffer.from(await (await fetch(`${gateway}/objects/a/file.txt`)).arrayBuffer())).toEqual(file);

  expect(await first.stop()).toBe(0);
  expect(processesOf(entry)).toEqual([]);
  await expect(fetch(`${gateway}/models`)).rejects.toThrow();

  const second = await up();
  expect(second.started.subnets).toEqual(first.started.subnets);
  await until(second.started.endpoints[0]!, subnet!.netuid, ({ block }) => block > earned.block);
  expect(await second.stop()).toBe(0);
  expect(processesOf(entry)).toEqual([]);
}, 240_000);
