/**
 * Makes the SDK as it is installed: one folder with ESM, rolled-up types and no trace of the workspace, then a tarball of it. `packSdk()` gives the folder.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { dts } from 'rollup-plugin-dts';

export const SDK_FOLDER = '.cache/pack/sdk';
const SOURCE = 'packages/sdk';
const ENTRIES = { index: 'src/index.ts', wallet: 'src/wallet/index.ts', neuron: 'src/neuron/index.ts', timelock: 'src/timelock/index.ts', copy: 'src/copy/index.ts' };

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** Code: everything inside but `ws`, which Node 20 needs and browsers do not. Parts that few need (keys, beacon, advice) are files of their own. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(SOURCE, path)])),
    outdir: SDK_FOLDER,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    // What browsers have, Node has too.
    conditions: ['browser', 'module', 'import'],
    external: ['node:*', 'ws'],
    chunkNames: 'part-[name]-[hash]',
    legalComments: 'eof',
    logLevel: 'warning',
  });
}

/** Packages of the workspace by their sources. */
const workspace: Plugin = {
  name: 'workspace',
  resolveId: (specifier) => {
    const [, name, deeper] = /^@taonet\/([a-z]+)(\/.*)?$/.exec(specifier) ?? [];
    if (name === undefined) return null;
    const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as { readonly exports: Readonly<Record<string, string>> };
    return resolve(`packages/${name}`, exports[`.${deeper ?? ''}`]!);
  },
};

async function rollTypes(): Promise<void> {
  const rolled = await rollup({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(SOURCE, path)])),
    external: [/^node:/, 'ws'],
    plugins: [workspace, dts({ compilerOptions: { incremental: false, declaration: true } })],
    onwarn: (warning) => { if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'EMPTY_BUNDLE') console.warn(warning.message); },
  });
  await rolled.write({ dir: SDK_FOLDER, format: 'es', entryFileNames: '[name].d.ts', chunkFileNames: 'types-[name].d.ts' });
  await rolled.close();
}

function writeManifest(): void {
  const { version } = readManifest(join(SOURCE, 'package.json'));
  const ws = readManifest('packages/node/package.json').dependencies['ws']!;
  const entry = (name: string): { readonly types: string; readonly default: string } => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  writeFileSync(join(SDK_FOLDER, 'package.json'), `${JSON.stringify({
    name: '@taonet/sdk',
    version,
    description: 'A typed client of the Bittensor chain for Node and browsers',
    type: 'module',
    sideEffects: false,
    exports: { '.': entry('index'), './wallet': entry('wallet'), './neuron': entry('neuron'), './timelock': entry('timelock'), './copy': entry('copy'), './package.json': './package.json' },
    types: './index.d.ts',
    engines: { node: '>=20.19.0' },
    dependencies: { ws },
  }, undefined, 2)}\n`);
  cpSync(join(SOURCE, 'README.md'), join(SDK_FOLDER, 'README.md'));
  for (const name of ['LICENSE', 'NOTICE']) if (existsSync(name)) cpSync(name, join(SDK_FOLDER, name));
}

/** What must not be left in what is shipped. */
function ensureSelfContained(): void {
  for (const name of readdirSync(SDK_FOLDER).filter((file) => /\.(js|d\.ts)$/.test(file))) {
    const text = readFileSync(join(SDK_FOLDER, name), 'utf8');
    const found = /(?:from|import)\s*\(?\s*['"](@taonet\/[^'"]+|[^'"]*\.ts)['"]/.exec(text);
    if (found !== null) throw new Error(`${name} still imports ${found[1]!}`);
  }
}

export async function packSdk(): Promise<string> {
  rmSync(SDK_FOLDER, { recursive: true, force: true });
  mkdirSync(SDK_FOLDER, { recursive: true });
  await bundle();
  await rollTypes();
  writeManifest();
  ensureSelfContained();
  return SDK_FOLDER;
}

/** The tarball beside the repository's own files. Its name keeps out of the way of `taonet-*.tgz`, the program. */
export function tarSdk(): string {
  const { status, stdout } = spawnSync('npm', ['pack', '--silent', '--pack-destination', process.cwd()], { cwd: SDK_FOLDER, encoding: 'utf8' });
  if (status !== 0) throw new Error('npm pack failed');
  const made = stdout.trim().split('\n').pop()!;
  const name = made.replace(/^taonet-sdk-/, 'sdk-taonet-');
  renameSync(made, name);
  return name;
}
