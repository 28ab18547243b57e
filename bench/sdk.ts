/** The SDK as it is installed: import, first balance, browser bundle; beside PAPI and dedot where they are installed. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packSdk } from '../tools/packSdk.ts';
import { median, type Benchmark, type Figure } from './harness.ts';
import { startNode } from './nodeProcess.ts';

const RIVALS_FOLDER = '.cache/accept/npm';
const FOLDER = '.cache/bench-sdk';
const ROUNDS = 9;
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';

interface Subject {
  readonly name: string;
  /** Statements that load it, then `read(url)`, which gives Alice's balance and lets go of the connection. */
  readonly load: string;
  readonly read: string;
}

const OURS: Subject = {
  name: 'taonet',
  load: 'const { connect } = await import(\'@taonet/sdk\');',
  read: `const c = await connect(url); const value = (await c.balance('${ALICE}')).free.rao; await c.close(); return value;`,
};
const RIVALS: readonly Subject[] = [
  {
    name: 'PAPI',
    load: 'const { createClient } = await import(\'polkadot-api\'); const { getWsProvider } = await import(\'polkadot-api/ws\');',
    read: `const { WebSocket } = await import('ws'); const c = createClient(getWsProvider(url, { websocketClass: WebSocket })); const value = (await c.getUnsafeApi().query.System.Account.getValue('${ALICE}')).data.free; c.destroy(); return value;`,
  },
  {
    name: 'dedot',
    load: 'const { LegacyClient, WsProvider } = await import(\'dedot\');',
    read: `const c = await LegacyClient.new(new WsProvider(url)); const value = (await c.query.system.account('${ALICE}')).data.free; await c.disconnect(); return value;`,
  },
];
const PACKAGES: Readonly<Record<string, string>> = { PAPI: 'polkadot-api', dedot: 'dedot' };

/** Where `subject` can be imported from. */
function homeOf({ name }: Subject): string {
  return resolve(name === 'taonet' ? FOLDER : RIVALS_FOLDER);
}

/** Milliseconds that a fresh process needs for `body`, as it says itself. */
function inFreshProcess(subject: Subject, body: string, args: readonly string[]): number {
  const file = join(homeOf(subject), `.bench-sdk-${subject.name}.mjs`);
  writeFileSync(file, `${body}\n`);
  const times = Array.from({ length: ROUNDS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 30_000 });
    if (status !== 0) throw new Error(`${subject.name}: ${stderr.slice(0, 300)}`);
    return Number(stdout.trim().split('\n').pop());
  });
  return median(times);
}

const importMs = (subject: Subject): number => inFreshProcess(subject, `const start = performance.now(); ${subject.load} console.log(performance.now() - start); process.exit(0);`, []);

/** Import, connection and one balance: what a script of one line waits for. */
const firstBalanceMs = (subject: Subject, url: string): number => inFreshProcess(
  subject,
  `const start = performance.now(); ${subject.load} const url = process.argv[2]; const read = async () => { ${subject.read} }; const value = await read(); if (value !== 1000000000000000n) throw new Error(String(value)); console.log(performance.now() - start); process.exit(0);`,
  [url],
);

/** Compressed bytes that a page loads before it reads a balance; `all`: with what is loaded later, too. */
async function bundleBytes(subject: Subject): Promise<{ first: number; all: number }> {
  const source = `${subject.load.replaceAll(/const (\{[^}]*\}) = await import\(('[^']+')\);/g, 'import $1 from $2;')} export const read = async (url) => { ${subject.read.replace(/const \{ WebSocket \} = await import\('ws'\); /, '')} };`;
  const entry = join(homeOf(subject), `.bench-sdk-${subject.name}-page.mjs`);
  writeFileSync(entry, source);
  const { outputFiles, metafile } = await build({
    entryPoints: [entry], bundle: true, splitting: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, metafile: true, outdir: FOLDER, external: ['ws', 'node:*'], logLevel: 'silent',
  });
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const { path, kind } of metafile.outputs[name]!.imports) if (kind === 'import-statement' && path in metafile.outputs) add(path);
  };
  add(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined)![0]);
  const sizes = outputFiles.map(({ path, contents }) => ({ isFirst: [...needed].some((name) => resolve(name) === path), bytes: gzipSync(contents, { level: 9 }).length }));
  const sum = (list: readonly { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  return { first: sum(sizes.filter(({ isFirst }) => isFirst)), all: sum(sizes) };
}

export const sdk: Benchmark = {
  name: 'sdk',
  what: 'the SDK: import, first balance (import and connection included), browser bundle',
  run: async (): Promise<Figure[]> => {
    const packed = await packSdk();
    mkdirSync(join(FOLDER, 'node_modules/@taonet'), { recursive: true });
    for (const [target, link] of [[resolve(packed), 'node_modules/@taonet/sdk'], [resolve('node_modules/ws'), 'node_modules/ws']] as const) {
      if (!existsSync(join(FOLDER, link))) symlinkSync(target, join(FOLDER, link));
    }
    const rivals = RIVALS.filter(({ name }) => existsSync(join(RIVALS_FOLDER, 'node_modules', PACKAGES[name]!)));
    const node = await startNode(['--preset', 'dev', '--block-time', 'manual']);
    try {
      const beside = (read: (subject: Subject) => string): string | undefined => (rivals.length === 0 ? undefined : rivals.map((one) => `${one.name} ${read(one)}`).join(', '));
      const kb = (bytes: number): number => bytes / 1024;
      const bundles = new Map(await Promise.all([OURS, ...rivals].map(async (one) => [one.name, await bundleBytes(one)] as const)));
      const ours = bundles.get('taonet')!;
      return [
        { name: 'sdk.import', value: importMs(OURS), unit: 'ms', n: ROUNDS, goal: 40, anchor: beside((one) => `${importMs(one).toFixed(0)} ms`) },
        { name: 'sdk.firstBalance', value: firstBalanceMs(OURS, node.url), unit: 'ms', n: ROUNDS, anchor: beside((one) => `${firstBalanceMs(one, node.url).toFixed(0)} ms`) },
        { name: 'sdk.bundle', value: kb(ours.first), unit: 'KB', n: 1, goal: 60, anchor: beside((one) => `${kb(bundles.get(one.name)!.first).toFixed(0)} KB without types`) },
        { name: 'sdk.bundleWithLazyParts', value: kb(ours.all), unit: 'KB', n: 1, anchor: 'keys, beacon and advice, loaded when needed' },
      ];
    } finally {
      await node.stop();
    }
  },
};
