/**
 * Official, unmodified clients against a fresh node each: usage `npm run test:clients -- [CHECK…]`.
 * `sdk`, `shield`, `papi`, `polkadotjs`, `wallet`, `timelock`, `neuron` and `living` must pass; `sdk11` and `btcli` are run for their figures and say where they stop.
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const MUST_PASS = ['sdk', 'shield', 'papi', 'polkadotjs', 'wallet', 'timelock', 'neuron', 'living'] as const;
const FOR_FIGURES = ['sdk11', 'btcli'] as const;
const CHECK_SECONDS = 600;

interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** A fresh local network on a free port, once its first block can be read. */
async function serve(preset: 'localnet' | 'dev'): Promise<Served> {
  const node = spawn(process.execPath, ['dist/taonet.mjs', 'node', '--preset', preset, '--pow-faucet', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(node, 'exit');
  let url: string | undefined;
  for await (const line of createInterface({ input: node.stdout })) {
    url ??= /ws:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (line.startsWith('Imported #1')) break;
  }
  if (url === undefined) throw new Error('The node ended before its first block.');
  node.stdout.resume();
  return { url, stop: () => stop(node, ended) };
}

async function stop(node: ChildProcess, ended: Promise<unknown>): Promise<void> {
  node.kill('SIGTERM');
  await ended;
}

async function run(check: string, url: string): Promise<boolean> {
  const child = spawn('clients/accept/run', [url, check], {
    stdio: 'inherit',
    env: { ...process.env, ACCEPT_CACHE: resolve('.cache/accept'), ACCEPT_S: String(CHECK_SECONDS) },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

/** The README's example, which needs the environment that the first check made. */
async function runExample(): Promise<boolean> {
  const readme = readFileSync('README.md', 'utf8');
  const code = readFileSync('examples/look.py', 'utf8').split('\n').slice(1).join('\n');
  if (!readme.includes(code)) {
    console.log('README.md does not show examples/look.py as it is');
    return false;
  }
  const node = await serve('dev');
  const child = spawn('.cache/accept/venv/bin/python', ['examples/look.py', node.url], { stdio: 'inherit' });
  const [status] = (await once(child, 'exit')) as [number | null];
  await node.stop();
  return status === 0;
}

const asked = process.argv.slice(2);
const checks = asked.length > 0 ? asked : [...MUST_PASS, ...FOR_FIGURES];
let passed = 0;
let failed = 0;
const open: string[] = [];
for (const check of checks) {
  const node = await serve('localnet');
  const ok = await run(check, node.url);
  await node.stop();
  if (ok) passed += 1;
  else if ((FOR_FIGURES as readonly string[]).includes(check) && asked.length === 0) open.push(check);
  else failed += 1;
}
if (asked.length === 0 || asked.includes('sdk')) {
  console.log('--- example');
  if (await runExample()) passed += 1;
  else failed += 1;
}
if (open.length > 0) console.log(`not counted, see above where they stop: ${open.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
