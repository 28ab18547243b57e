/**
 * Check `living`: a miner and a validator with the official SDK and a miner with ours join the living network and earn, others come after them, and
 * Ctrl-C leaves nothing of it.
 * usage: `node tools/run.mjs tools/clientLiving.ts PYTHON10 [PROGRAM]`
 */

import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, type Client } from '@taonet/sdk';
import { createDendrite, list, integer, optional, synapse, text } from '@taonet/sdk/neuron';
import { Wallet, keyFromUri, walletReady } from '@taonet/sdk/wallet';

/** From the start of the network to the pay of all three. */
const EARN_MS = 150_000;
/** From then to the newcomers of the network itself. */
const NEWCOMERS_MS = 90_000;
/** For processes to end in. */
const END_MS = 20_000;

const Store = synapse('Store', {
  request: { op: text, id: text, leaves: optional(list(integer)) },
  response: {},
  hashed: ['op', 'id'],
});

interface Living {
  readonly endpoints: readonly string[];
  readonly gateway: string;
  readonly subnets: readonly { readonly netuid: number }[];
}

const [python, program = 'dist/taonet.mjs'] = process.argv.slice(2) as [string, string?];
const folder = await mkdtemp(join(tmpdir(), 'taonet-living-'));
const temporary = await mkdtemp(join(folder, 'network-'));
const started = Date.now();
const children: { readonly name: string; readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];
const lines: string[] = [];

function start(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  children.push({ name, child, ended: once(child, 'exit') });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => lines.push(`${name}: ${line}`));
  return child;
}

/** Whatever comes first: `wanted`, an end of one of the processes, or the end of the time. */
async function within<T>(ms: number, what: string, wanted: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => { timer = setTimeout(() => fail(new Error(`${what}: not within ${Math.round(ms / 1_000)} s`)), ms); });
  const gone = children.map(async ({ name, ended }) => ended.then(() => Promise.reject(new Error(`${what}: ${name} has ended`))));
  for (const one of gone) one.catch(() => undefined);
  try {
    return await Promise.race([wanted, late, ...gone]);
  } finally {
    clearTimeout(timer);
  }
}

const left = (): number => Math.max(1, EARN_MS - (Date.now() - started));

/** What the network says of itself, in JSON over several lines. */
function described(child: ChildProcess): Promise<Living> {
  let json = '';
  return new Promise((done) => child.stdout!.on('data', (chunk: Buffer) => {
    json += chunk.toString();
    if (json.endsWith('\n}\n')) done(JSON.parse(json) as Living);
  }));
}

/** Ends by SIGINT, as Ctrl-C does, or within bounds by force. returns: whether it ended by itself */
async function end(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const ended = once(child, 'exit');
  const impatient = setTimeout(() => child.kill('SIGKILL'), END_MS);
  child.kill('SIGINT');
  await ended;
  clearTimeout(impatient);
  return child.signalCode !== 'SIGKILL';
}

function processesOf(root: number): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): readonly number[] => [parent, ...rows.filter(([, of]) => of === parent).flatMap(([pid]) => below(pid!))];
  return below(root);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isOpen(host: string, port: number): Promise<boolean> {
  const socket = createConnection({ host, port });
  const isThere = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return isThere;
}

const hotkeyIn = async (path: string): Promise<string> => (await new Wallet({ name: 'mine', hotkey: 'default', path: join(path, 'wallets') }).hotkey()).address;

/** What they earn once each of them earns something. */
async function pay(client: Client, netuid: number, { miners, validator }: { readonly miners: readonly string[]; readonly validator: string }): Promise<string> {
  for await (const { number } of client.blocks()) {
    const metagraph = await client.metagraph(netuid);
    const shares = [...miners.map((hotkey) => metagraph.byHotkey(hotkey)?.incentive ?? 0), metagraph.byHotkey(validator)?.dividends ?? 0];
    if (shares.every((share) => share > 0)) {
      const [python10, ours, dividends] = shares.map((share) => share.toFixed(3));
      return `block ${number}, ${((Date.now() - started) / 1_000).toFixed(0)} s: incentive of the Python miner ${python10}, of ours ${ours}; dividends of the Python validator ${dividends}`;
    }
  }
  throw new Error('the chain ended');
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((done) => {
    for (const stream of [child.stdout!, child.stderr!]) createInterface({ input: stream }).on('line', (line) => { if (line.includes(words)) done(); });
  });
}

await walletReady();
try {
  const network = start('up', process.execPath, [program, 'up', '--json', '--port', '0', '--gateway-port', '0', '--subnets', 'store', '--miners', '2', '--validators', '1'], { TMPDIR: temporary });
  const { endpoints: [url], gateway, subnets: [subnet] } = await within(left(), 'network', described(network));
  const { netuid } = subnet!;
  const newcomers = said(network, 'newcomers have taken');
  const client = await connect(url!);
  const folders = { miner: join(folder, 'miner'), validator: join(folder, 'validator') };
  // One after the other: //Alice pays for all.
  const miner = start('miner', python, ['examples/store_miner.py', url!, `${netuid}`, folders.miner]);
  await within(left(), 'miner', said(miner, 'uid'));
  // The official dendrite asks for its address on the internet.
  const validator = start('validator', python, ['examples/store_validator.py', url!, `${netuid}`, folders.validator], { PATH: `${resolve('clients/accept/shim')}${delimiter}${process.env['PATH'] ?? ''}` });
  await within(left(), 'validator', said(validator, 'uid'));
  const ours = start('ours', process.execPath, ['tools/run.mjs', 'examples/storeMiner.ts', url!, `${netuid}`]);
  const hotkey = await hotkeyIn(folders.miner);
  const people = { miners: [hotkey, keyFromUri('//mine//hotkey').address], validator: await hotkeyIn(folders.validator) };
  console.log(`ok   ${await within(left(), 'pay', pay(client, netuid, people))}`);

  await within(NEWCOMERS_MS, 'newcomers', newcomers);
  const metagraph = await client.metagraph(netuid);
  assert.ok([...people.miners, people.validator].every((one) => metagraph.byHotkey(one) !== undefined), 'all that earn keep their places');
  console.log("ok   the network's newcomers came, and all that earn have kept their places");

  const neurons = metagraph.neurons.flatMap(({ hotkey: of, axon }) => (axon === undefined ? [] : [{ hotkey: of, ip: axon.ip, port: axon.port }]));
  const dendrite = createDendrite({ key: keyFromUri('//Nobody') });
  const refused = await dendrite.ask(neurons.find((one) => one.hotkey === hotkey)!, Store, { op: 'get', id: '00'.repeat(32) });
  dendrite.close();
  assert.deepEqual([refused.ok, !refused.ok && refused.status], [false, 403]);
  console.log('ok   the miner refuses callers without a permit');

  await client.close();
  await Promise.all([miner, validator, ours].map(end));
  const processes = processesOf(network.pid!);
  const ports = [url!, gateway].map((of) => new URL(of)).map(({ hostname, port }) => ({ ip: hostname, port: Number(port) })).concat(neurons.filter((one) => !people.miners.includes(one.hotkey)));
  assert.ok(processes.length > 3 && ports.length > 3, `${processes.length} processes, ${ports.length} ports`);
  assert.ok(await end(network), 'the network ends on SIGINT');
  assert.deepEqual(processes.filter(isRunning), []);
  for (const { ip, port } of ports) assert.equal(await isOpen(ip, port), false, `${ip}:${port} is closed`);
  assert.deepEqual(await readdir(temporary), []);
  console.log(`ok   SIGINT ended ${processes.length} processes and closed ${ports.length} ports`);
} catch (error) {
  console.error(lines.slice(-60).join('\n'));
  throw error;
} finally {
  await Promise.all(children.map(({ child }) => end(child)));
  await rm(folder, { recursive: true, force: true });
}
process.exit();
