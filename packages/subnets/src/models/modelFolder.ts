/** Where installed models are: a folder for each, with its weights and the packages that run it. */

import { spawn } from 'node:child_process';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { OperatingError } from '@taonet/primitives';
import { modelCatalogue, WORDNET, type ModelRow } from './catalogue.ts';
import { fetchWeights, type FetchOptions } from './fetchWeights.ts';

export const DEFAULT_MODELS_FOLDER = join(homedir(), '.taonet', 'models');

export interface InstalledModel {
  readonly row: ModelRow;
  /** Undefined for models without weights. */
  readonly weights: string | undefined;
  /** The file that runs it. */
  readonly entry: string;
}

const PLATFORM = `${process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : process.platform}-${process.arch}`.replace('mac-arm64', 'mac-arm64-metal');

export const listModels = (): readonly ModelRow[] => modelCatalogue(PLATFORM);

function pathsOf(folder: string, row: ModelRow): { readonly root: string; readonly weights: string | undefined; readonly entry: string } {
  const root = join(folder, row.name);
  return { root, weights: row.weights === undefined ? undefined : join(root, row.weights.file), entry: join(root, 'node_modules', row.entry) };
}

/** The model, when all of it is there. */
export async function findModel(name: string, folder: string): Promise<InstalledModel | undefined> {
  const row = listModels().find((candidate) => candidate.name === name);
  if (row === undefined) return undefined;
  const { weights, entry } = pathsOf(folder, row);
  for (const path of [weights, entry]) if (path !== undefined && !await isThere(path)) return findShipped(row);
  return { row, weights, entry };
}

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** What was installed together with the program. */
function findShipped(row: ModelRow): InstalledModel | undefined {
  if (row.isShipped !== true) return undefined;
  try {
    return { row, weights: undefined, entry: createRequire(import.meta.url).resolve(row.entry) };
  } catch {
    return undefined;
  }
}

/** The folder of WordNet's data files. */
export async function findWordnet(folder: string): Promise<string | undefined> {
  const found = await findModel(WORDNET, folder);
  return found && dirname(found.entry);
}

/** Installs weights and packages; what is there already is kept. */
export async function addModel(name: string, folder: string, options: FetchOptions & { readonly onStep?: (text: string) => void }): Promise<InstalledModel> {
  const row = listModels().find((candidate) => candidate.name === name);
  if (row === undefined) {
    throw new OperatingError('UnknownModel', `There is no model ${JSON.stringify(name)}.`, { hint: `Known are: ${listModels().map((one) => one.name).join(', ')}.` });
  }
  const shipped = findShipped(row);
  if (shipped !== undefined) return shipped;
  const { root, weights } = pathsOf(folder, row);
  await mkdir(root, { recursive: true });
  if (row.weights !== undefined) {
    options.onStep?.(`weights: ${row.weights.file}, ${Math.round(row.weights.bytes / 1e6)} MB`);
    await fetchWeights(row.weights, weights!, options);
  }
  options.onStep?.(`packages: ${row.packages.join(', ')}`);
  await installPackages(root, row.packages, options.signal);
  return (await findModel(name, folder)) ?? Promise.reject(new OperatingError('ModelIncomplete', `The packages of ${name} do not hold ${row.entry}.`));
}

export async function removeModel(name: string, folder: string): Promise<void> {
  const row = listModels().find((candidate) => candidate.name === name);
  if (row !== undefined) await rm(pathsOf(folder, row).root, { recursive: true, force: true });
}

async function installPackages(root: string, packages: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  // A manifest of its own keeps npm from climbing to one further up.
  await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'taonet-model', private: true }));
  const args = ['install', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', ...packages];
  const child = spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32', ...(signal && { signal }) });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => { words += chunk.toString(); });
  const status = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done));
  if (status !== 0) throw new OperatingError('PackagesNotInstalled', `npm could not install ${packages.join(' ')}: ${words.trim().split('\n')[0] ?? ''}`, { hint: 'Is the registry reachable? Try the command again.' });
}
