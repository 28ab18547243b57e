/** The living network: how long until it runs, until an epoch has paid on every subnet, and until it runs again on the same folder. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@taonet/sdk';
import type { Benchmark, Figure } from './harness.ts';
import { PROGRAM } from './nodeProcess.ts';

interface Run {
  readonly runsMs: number;
  readonly paidMs: number | undefined;
}

interface Started {
  readonly endpoints: readonly string[];
  readonly subnets: readonly { readonly netuid: number }[];
}

async function runOnce(data: string, untilPaid: boolean): Promise<Run> {
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'up', '--json', '--port', '0', '--gateway-port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('exit', done));
  const started = await new Promise<Started>((ready, failed) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.trimEnd().endsWith('}')) ready(JSON.parse(text) as Started);
    });
    void ended.then((status) => failed(new Error(`up ended with ${String(status)}`)));
  });
  const runsMs = performance.now() - spawnedAt;
  let paidMs: number | undefined;
  if (untilPaid) {
    const client = await connect(started.endpoints[0]!);
    for await (const _ of client.blocks()) {
      const incentives = await Promise.all(started.subnets.map(({ netuid }) => client.query.SubtensorModule.Incentive(netuid)));
      if (incentives.every((row) => row.some((share) => share > 0))) break;
    }
    paidMs = performance.now() - spawnedAt;
    await client.close();
  }
  child.kill('SIGINT');
  await ended;
  return { runsMs, paidMs };
}

async function run(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'taonet-bench-'));
  try {
    const first = await runOnce(data, true);
    const second = await runOnce(data, false);
    const others = 'official path: 25 to 30 commands, an hour';
    return [
      { name: 'up: everything runs', value: first.runsMs / 1_000, unit: 's', n: 1, goal: 60 },
      { name: 'up: an epoch has paid on every subnet', value: first.paidMs! / 1_000, unit: 's', n: 1, goal: 60, anchor: others },
      { name: 'up: second start', value: second.runsMs / 1_000, unit: 's', n: 1, goal: 5 },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

export const up: Benchmark = { name: 'up', what: 'the living network from nothing to pay', run };
