/**
 * Compiled code of the bundle, kept from one start to the next: V8 then neither parses the source nor compiles what ran the
 * last time. It is a cache in every sense: written by a start that found none, beside the bundle or in the user's cache
 * folder, made again when it does not fit, and nobody is told when it cannot be written.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

export interface BundleOptions {
  /** Of the bundle: a script in the form of a CommonJS module. */
  readonly path: string;
  /** Of its content: names the cache. */
  readonly hash: string;
  /** What is being done: different work needs different code. */
  readonly work: string;
  /** Where compiled code is looked for, and kept in the first that can be written. */
  readonly folders: readonly string[];
}

/** As Node calls a CommonJS module, and `load` in place of `import()`, which such a script cannot do once its code was kept. */
export type ModuleFunction = (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, filename: string, dirname: string, load: (name: string) => Promise<unknown>) => void;

export interface Bundle {
  readonly run: ModuleFunction;
  /** Whether kept code was used. */
  readonly fromCache: boolean;
  /** Keeps the code that was compiled until now, unless there was some that fits. Never throws. */
  keep(): void;
}

const HEAD = '(function (exports, require, module, __filename, __dirname) {';
const TAIL = '\n})';
/** In front of the code: crc-32 of it. V8 checks its version and flags itself, but trusts the bytes. */
const SUM_BYTES = 4;
const SUFFIX = '.v8code';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Beside the bundle, or for this user alone. */
export function cacheFolders(bundlePath: string, env: NodeJS.ProcessEnv = process.env): string[] {
  const given = env['XDG_CACHE_HOME'];
  const user = given !== undefined && isAbsolute(given) ? given : join(homedir(), '.cache');
  return [join(dirname(bundlePath), '.compiled'), join(user, 'taonet')];
}

/** Reads the bundle and compiles it, from kept code where that fits. */
export function loadBundle({ path, hash, work, folders }: BundleOptions): Bundle {
  const source = HEAD + readFileSync(path, 'latin1') + TAIL;
  const name = `${work}-${hash}-${process.version}-${process.arch}${SUFFIX}`;
  const cachedData = firstKept(folders, name);
  const script = new Script(source, { filename: path, columnOffset: -HEAD.length, ...(cachedData === undefined ? {} : { cachedData }) });
  const fromCache = cachedData !== undefined && script.cachedDataRejected === false;
  let kept = fromCache;
  return {
    run: script.runInThisContext() as ModuleFunction,
    fromCache,
    keep: () => {
      if (kept) return;
      kept = true;
      keepIn(folders, name, script);
    },
  };
}

function firstKept(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    const code = readKept(join(folder, name));
    if (code !== undefined) return code;
  }
  return undefined;
}

function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(SUM_BYTES);
    return code.length > 0 && bytes.readUInt32LE(0) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** In the first folder that takes it. A reader sees all of the file or none. */
function keepIn(folders: readonly string[], name: string, script: Script): void {
  try {
    const code = script.createCachedData();
    const bytes = Buffer.alloc(SUM_BYTES + code.length);
    bytes.writeUInt32LE(crc32(code), 0);
    bytes.set(code, SUM_BYTES);
    folders.some((folder) => write(folder, name, bytes));
  } catch {
    // the next start compiles again
  }
}

function write(folder: string, name: string, bytes: Uint8Array): boolean {
  const draft = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(draft, join(folder, name));
    removeOld(folder);
    return true;
  } catch {
    removeQuietly(draft);
    return false;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // there is not even a folder
  }
}

/** Code of other versions that nobody made for a month. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.includes(SUFFIX) && statSync(file).mtimeMs < Date.now() - KEPT_MS) rmSync(file, { force: true });
  }
}
