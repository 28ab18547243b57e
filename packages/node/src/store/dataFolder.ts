/** The folder a chain is kept in: made, locked against a second process, removed at the end when it is temporary. */

import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatingError } from '@taonet/primitives';

const TEMPORARY_PREFIX = 'taonet-chain-';
const LOCK_FILE = 'process.lock';

export interface DataFolder {
  readonly path: string;
  readonly temporary: boolean;
  release(): void;
}

/** Opens `path`, or makes a fresh temporary folder; refuses one that another living process uses. */
export function openDataFolder(path: string | undefined): DataFolder {
  const temporary = path === undefined;
  if (temporary) removeLeftovers();
  const folder = path ?? mkdtempSync(join(tmpdir(), TEMPORARY_PREFIX));
  try {
    mkdirSync(folder, { recursive: true });
    lock(folder);
  } catch (cause) {
    if (cause instanceof OperatingError) throw cause;
    throw new OperatingError('DiskFolderUnusable', `The folder ${folder} cannot be used.`, { facts: { folder }, cause });
  }
  return {
    path: folder,
    temporary,
    release: () => rmSync(temporary ? folder : join(folder, LOCK_FILE), { recursive: true, force: true }),
  };
}

function lock(folder: string): void {
  const file = join(folder, LOCK_FILE);
  const holder = holderOf(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new OperatingError('DiskFolderInUse', `The folder ${folder} is in use by process ${holder}.`, {
      facts: { folder, process: holder },
      hint: 'End that process, or give another --data folder.',
    });
  }
  if (holder !== undefined) rmSync(file, { force: true });
  const handle = openSync(file, 'wx');
  writeSync(handle, String(process.pid));
  closeSync(handle);
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : 0;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Temporary folders of processes that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(TEMPORARY_PREFIX)) continue;
    const holder = holderOf(join(tmpdir(), name, LOCK_FILE));
    if (holder !== undefined && !isAlive(holder)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
