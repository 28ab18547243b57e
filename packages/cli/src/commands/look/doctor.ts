/** `doctor`: looks for what commonly goes wrong, and says what to do about each. */

import { statfs, stat, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeoutOf } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { EXIT } from '../../exitCodes.ts';
import { configPath, readConfig, setting } from '../../settings.ts';
import { renderTable } from '../../table.ts';

export type Level = 'ok' | 'warning' | 'trouble';

export interface Finding {
  readonly name: string;
  readonly level: Level;
  readonly found: string;
  readonly fix?: string;
}

const NODE_WANTED = [20, 19] as const;
const KNOWN_SPEC = 425;
const CLOCK_LIMIT_MS = 60_000;
const DISK_WARNING_BYTES = 2 * 1024 ** 3;
const DISK_TROUBLE_BYTES = 200 * 1024 ** 2;
const LOCAL_PORT = 9944;

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > NODE_WANTED[0] || (major === NODE_WANTED[0] && minor >= NODE_WANTED[1]);
  return { name: 'Node.js', level: enough ? 'ok' : 'trouble', found: process.version, ...(enough ? {} : { fix: `Install Node.js ${NODE_WANTED.join('.')} or newer.` }) };
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(tmpdir());
  const free = bavail * bsize;
  const level = free < DISK_TROUBLE_BYTES ? 'trouble' : free < DISK_WARNING_BYTES ? 'warning' : 'ok';
  return { name: 'disk', level, found: `${(free / 1024 ** 3).toFixed(1)} GiB free in ${tmpdir()}`, ...(level === 'ok' ? {} : { fix: 'Make room, or keep chains elsewhere: taonet node --data DIR.' }) };
}

/** Key files that others could read, and folders that others could write. */
async function walletModes(invocation: Invocation): Promise<Finding> {
  const { walletsPath } = await import('@taonet/sdk/wallet');
  const root = walletsPath(setting('walletPath', invocation));
  const wallets = await readdir(root, { withFileTypes: true }).catch(() => undefined);
  if (wallets === undefined) return { name: 'wallets', level: 'ok', found: `no wallets in ${root}` };
  const open: string[] = [];
  for (const { name } of wallets.filter((entry) => entry.isDirectory())) {
    const hotkeys = await readdir(join(root, name, 'hotkeys')).catch(() => [] as string[]);
    const files = [join(root, name, 'coldkey'), ...hotkeys.filter((file) => !file.endsWith('pub.txt')).map((file) => join(root, name, 'hotkeys', file))];
    for (const file of files) if (((await stat(file).catch(() => undefined))?.mode ?? 0) & 0o077) open.push(file);
  }
  if (open.length === 0) return { name: 'wallets', level: 'ok', found: `${wallets.length} in ${root}, readable by you alone` };
  return { name: 'wallets', level: 'trouble', found: `others can read ${open.length === 1 ? open[0]! : `${open.length} key files, such as ${open[0]!}`}`, fix: `chmod 600 ${open.slice(0, 3).join(' ')}` };
}

function config(): Finding {
  const set = Object.entries(readConfig());
  return { name: 'settings', level: 'ok', found: set.length === 0 ? `none in ${configPath()}` : `${configPath()}: ${set.map(([name, value]) => `${name} ${value}`).join(', ')}` };
}

/** Whether a node could be started on the usual port, or what is there. */
function port(isServed: boolean): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const own = isServed ? { level: 'ok' as const, found: `${LOCAL_PORT} is in use by a node that answers` } : { level: 'warning' as const, found: `${LOCAL_PORT}: ${error.code ?? 'cannot be opened'}`, fix: `Another program has it: taonet node --port 0 takes a free one.` };
      resolve({ name: 'port', ...own });
    });
    probe.listen(LOCAL_PORT, '127.0.0.1', () => probe.close(() => resolve({ name: 'port', level: 'ok', found: `${LOCAL_PORT} is free` })));
  });
}

async function network(invocation: Invocation): Promise<readonly Finding[]> {
  const name = setting('network', invocation);
  const { connect } = await import('@taonet/sdk');
  const limit = Math.min(timeoutOf(invocation), 10_000);
  const client = await connect(name, { timeout: limit }).catch((error: unknown) => error as { message: string; hint?: string });
  if (!('close' in client)) return [{ name: 'network', level: 'trouble', found: `${name}: ${client.message}`, fix: name === 'local' ? 'taonet node, or taonet up, starts one.' : 'Look at the address and the connection, or give --network another one.' }];
  try {
    const { specVersion } = client.runtime.version;
    const [now, { number }] = await Promise.all([client.query.Timestamp.Now(), client.block()]);
    const apart = Math.abs(Date.now() - Number(now));
    const isLive = client.view.connection.chain.isLive;
    return [
      { name: 'network', level: 'ok', found: `${name} is ${client.view.connection.chain.name}, block ${number}` },
      { name: 'runtime', level: specVersion === KNOWN_SPEC ? 'ok' : 'warning', found: `spec ${specVersion}`, ...(specVersion === KNOWN_SPEC ? {} : { fix: `This program was written for spec ${KNOWN_SPEC}: what has changed since is read from the chain, advice may be dated.` }) },
      { name: 'clock', level: apart < CLOCK_LIMIT_MS ? 'ok' : isLive ? 'trouble' : 'warning', found: `the chain's is ${apart < CLOCK_LIMIT_MS ? 'right' : `${Math.round(apart / 1000)} s from this machine's`}`, ...(apart < CLOCK_LIMIT_MS ? {} : { fix: isLive ? "Set this machine's clock: signed requests and sealed weights depend on it." : 'On a network of your own time may run otherwise: taonet advance, taonet node --block-time.' }) },
    ];
  } finally {
    await client.close();
  }
}

const MARKS: Readonly<Record<Level, string>> = { ok: 'ok', warning: 'look', trouble: 'BAD' };

export const run: Run = async (invocation) => {
  const chain = await network(invocation);
  const isServed = setting('network', invocation) === 'local' && chain[0]?.level === 'ok';
  const findings = [nodeVersion(), await disk(), await port(isServed), ...chain, await walletModes(invocation), config()];
  const table = renderTable(findings, [
    { head: '', cell: ({ level }) => MARKS[level] },
    { head: 'what', cell: ({ name }) => name },
    { head: 'found', cell: ({ found }) => found },
  ], Number.POSITIVE_INFINITY);
  const fixes = findings.filter(({ fix }) => fix !== undefined).map(({ name, fix }) => `${name}: ${fix!}`);
  const bad = findings.filter(({ level }) => level === 'trouble');
  const status = bad.length === 0 ? EXIT.done : bad.some(({ name }) => name === 'network' || name === 'clock') ? EXIT.network : bad.some(({ name }) => name === 'disk') ? EXIT.disk : EXIT.validation;
  return { data: { ok: bad.length === 0, findings: findings.map(({ fix, ...finding }) => ({ ...finding, fix: fix ?? null })) }, words: `${table}${fixes.length === 0 ? '' : `\n${fixes.join('\n')}`}`, status };
};
