/** The program as it is packed. */

import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// below the repository, so that what is not bundled is found
mkdirSync(join(root, '.cache'), { recursive: true });
const dist = mkdtempSync(join(root, '.cache/built-'));
const entry = join(dist, 'taonet.mjs');
const BUILD_MS = 60_000;
const run = (args: readonly string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, args, { encoding: 'utf8' });

beforeAll(() => {
  const { status, stderr } = run([join(root, 'tools/build.mjs'), dist]);
  if (status !== 0) throw new Error(stderr);
}, BUILD_MS);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** Starts a node, asks it for its health, ends it. */
async function startOnce(flags: readonly string[] = []): Promise<{ readonly answer: unknown; readonly errors: string; readonly status: number | null }> {
  const child = spawn(process.execPath, [...flags, entry, 'node', '--port', '0', '--block-time', 'manual', '--data', join(dist, 'data')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => { errors += part.toString(); });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let answer: unknown;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ws(:\/\/\S+)/.exec(line);
    if (url === null || answer !== undefined) continue;
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_health' });
    answer = await (await fetch(`http${url[1]}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
    child.kill('SIGTERM');
  }
  return { answer, errors, status: await ended };
}

const HEALTH = { answer: { jsonrpc: '2.0', id: 1, result: { peers: 0, isSyncing: false, shouldHavePeers: false } }, errors: '', status: 0 };

describe('dist', () => {
  it.each(['--help', '--version', 'node --help', 'help node'])('default: "%s" says what the whole program says', (line) => {
    const args = line.split(' ');
    const [short, whole] = [run([entry, ...args]), run([join(dist, 'program.cjs'), ...args])];
    expect(short.stdout).not.toBe('');
    expect([short.stdout, short.status]).toEqual([whole.stdout, whole.status]);
  });

  it('default: no import() is left that kept code could not do', () => {
    const [, ...lines] = readFileSync(join(dist, 'program.cjs'), 'latin1').split('\n');
    expect(lines.join('\n')).toContain('load__("lmdb")');
    expect(lines.join('\n')).not.toContain('import("lmdb")');
  });

  it('default: a node starts with and without kept code, and keeps it', async () => {
    rmSync(join(dist, '.compiled'), { recursive: true, force: true });
    expect(await startOnce()).toEqual(HEALTH);
    expect(readdirSync(join(dist, '.compiled')).filter((name) => name.startsWith('node-'))).toHaveLength(1);
    expect(await startOnce()).toEqual(HEALTH);
    expect(await startOnce(['--enable-source-maps'])).toEqual(HEALTH);
  });

  it('behavior: mistyped commands fail as ever and leave nothing behind', () => {
    const before = existsSync(join(dist, '.compiled')) ? readdirSync(join(dist, '.compiled')) : [];
    const { status, stderr } = run([entry, 'nodde']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('unknown command')]);
    expect(existsSync(join(dist, '.compiled')) ? readdirSync(join(dist, '.compiled')) : []).toEqual(before);
  });
});
