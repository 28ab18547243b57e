import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { neuronError } from '../errors.ts';

/** A form of state with its history: `migrations[n]` turns version n into n + 1, the last one into the present. */
export interface StateForm<T> {
  readonly name: string;
  readonly migrations: readonly ((old: unknown) => unknown)[];
  /** The state, when what was read is one. */
  check(value: unknown): T | undefined;
}

interface Written {
  readonly name: string;
  readonly version: number;
  readonly state: unknown;
}

/**
 * State of a file, brought to the present version; undefined when there is no file.
 *
 * refuses: BadState, for files that are broken, of another kind, or of a newer version: they are never overwritten by mistake
 */
export async function readState<T>(path: string, form: StateForm<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { name, version, state } = parse(path, text);
  if (name !== form.name || version > form.migrations.length) throw neuronError('BadState', { path, name, version, known: form.migrations.length });
  const present = form.check(form.migrations.slice(version).reduce((old, migrate) => migrate(old), state));
  if (present === undefined) throw neuronError('BadState', { path, version });
  return present;
}

/** Writes state so that a crash leaves the old file or the new one. */
export async function writeState<T>(path: string, form: StateForm<T>, state: T): Promise<void> {
  const written: Written = { name: form.name, version: form.migrations.length, state };
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(written, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await unlink(draft);
    throw error;
  });
}

function parse(path: string, text: string): Written {
  try {
    const found = JSON.parse(text) as Partial<Written> | null;
    if (typeof found?.name === 'string' && Number.isSafeInteger(found.version) && found.version! >= 0) return found as Written;
  } catch (cause) {
    throw neuronError('BadState', { path }, cause);
  }
  throw neuronError('BadState', { path });
}
