/** The program as somebody types it: whole processes, beside the official btcli where it is installed (npm run test:clients makes its environment). */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { median, type Benchmark, type Figure } from './harness.ts';
import { PROGRAM, startNode } from './nodeProcess.ts';

const BTCLI = '.cache/accept/venv/bin/btcli';
const ROUNDS = 15;
const BTCLI_ROUNDS = 3;
const LIMIT_MS = 60_000;

/** Median milliseconds from spawn to exit. */
function wholeMs(command: string, args: readonly string[], rounds: number): number {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: LIMIT_MS, env: { ...process.env, NO_COLOR: '1' } });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

async function run(): Promise<Figure[]> {
  const node = await startNode(['--block-time', 'manual']);
  try {
    const own = (words: string): number => wholeMs(process.execPath, [PROGRAM, ...words.split(' ')], ROUNDS);
    const official = existsSync(BTCLI);
    const theirs = (words: string): string | undefined => (official ? `btcli ${wholeMs(BTCLI, words.split(' '), BTCLI_ROUNDS).toFixed(0)} ms` : undefined);
    const bare = wholeMs(process.execPath, ['-e', '0'], ROUNDS);
    const address = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
    return [
      { name: 'cli: --help, whole process', value: own('--help'), unit: 'ms', n: ROUNDS, goal: 80, anchor: theirs('--help') ?? `bare node ${bare.toFixed(0)} ms` },
      { name: 'cli: stake add --help', value: own('stake add --help'), unit: 'ms', n: ROUNDS, goal: 80, anchor: theirs('stake add --help') },
      { name: 'cli: balance on a local chain', value: own(`wallet balance --wallet-name //Alice --network ${node.url}`), unit: 'ms', n: ROUNDS, goal: 150, anchor: theirs(`wallet balance --ss58 ${address} --network ${node.url}`) },
      { name: 'cli: subnets list', value: own(`subnets list --network ${node.url}`), unit: 'ms', n: ROUNDS, anchor: theirs(`subnets list --network ${node.url}`) },
      { name: 'cli: a bare node process', value: bare, unit: 'ms', n: ROUNDS },
    ];
  } finally {
    await node.stop();
  }
}

export const cli: Benchmark = { name: 'cli', what: 'commands as whole processes: help, a local balance', run };
