/**
 * Runs examples/sixTasks.ts on a network that has just begun, as it stands but for the address; then examples/miner.ts and, for two of the three validators of the development network, examples/validator.ts, until the miner earns: weights count
 * once validators with more than half of the stake agree.
 * usage: `node tools/run.mjs tools/runExamples.ts`
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startNode } from '@taonet/node';
import { connect } from '@taonet/sdk';

const SECONDS = 120;
const LINES_MAX = 40;

const children: ChildProcess[] = [];
const lines: string[] = [];

/** Starts an example; resolves with its first line. */
async function start(name: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['tools/run.mjs', `examples/${name}.ts`, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => lines.push(`${name}: ${line}`));
  const said = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code} before it said anything`)));
  return (await Promise.race([said, ended]))[0];
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  return ((await ended) as [number | null])[0];
}

for (const name of ['miner', 'validator']) {
  const length = (await readFile(`examples/${name}.ts`, 'utf8')).trimEnd().split('\n').length;
  if (length > LINES_MAX) throw new Error(`examples/${name}.ts has ${length} lines; ${LINES_MAX} are the limit`);
}

/** On the development network with its own pace, from the first block on. */
async function runSixTasks(): Promise<void> {
  const fresh = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 250, port: 0 });
  try {
    const source = await readFile('examples/sixTasks.ts', 'utf8');
    const placed = source.replace("connect('local'", `connect('${fresh.endpoints[0]!}'`);
    if (placed === source) throw new Error("examples/sixTasks.ts does not connect to 'local'");
    await mkdir('.cache/examples', { recursive: true });
    await writeFile('.cache/examples/sixTasks.ts', placed);
    const child = spawn(process.execPath, ['tools/run.mjs', '.cache/examples/sixTasks.ts'], { stdio: ['ignore', 'pipe', 'pipe'], timeout: SECONDS * 1000 });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => said.push(line));
    const [code] = await once(child, 'close') as [number | null];
    if (code !== 0 || !said.at(-1)!.startsWith('plain')) throw new Error(`sixTasks ended with ${code}\n${said.slice(-20).join('\n')}`);
    console.log(`the six tasks: ${said.find((line) => line.includes('add_stake_limit in block'))!}; weights ${said.at(-1)!}`);
  } finally {
    await fresh.close();
  }
}

await runSixTasks();
const state = await mkdtemp(join(tmpdir(), 'taonet-example-'));
const node = await startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 150, port: 0, seed: 1 });
const client = await connect(node);
const limit = setTimeout(() => {
  console.error(lines.slice(-40).join('\n'));
  console.error(`no incentive within ${SECONDS} s`);
  for (const child of children) child.kill('SIGKILL');
  process.exit(1);
}, SECONDS * 1000);
try {
  const [url] = node.endpoints as [string];
  const serving = await start('miner', url);
  console.log(serving);
  const uid = Number(/^uid (\d+)/.exec(serving)![1]);
  for (const name of ['Alice', 'Bob']) console.log(await start('validator', url, `//${name}//validator`, join(state, name)));
  for await (const { number } of client.blocks()) {
    const neuron = (await client.metagraph(1)).byUid(uid)!;
    if (neuron.incentive === 0) continue;
    console.log(`block ${number}: the miner's incentive is ${neuron.incentive.toFixed(3)}, its emission ${neuron.emission}`);
    break;
  }
  const codes = await Promise.all(children.map(stop));
  if (codes.some((code) => code !== 0)) throw new Error(`examples ended with ${codes.join(', ')}\n${lines.slice(-20).join('\n')}`);
} finally {
  clearTimeout(limit);
  await Promise.all(children.map(stop));
  await client.close();
  await node.close();
  await rm(state, { recursive: true });
}
