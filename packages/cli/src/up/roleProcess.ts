/**
 * A process of the living network beside the chain: it gets its part by message, says when it is ready, and ends when its parent says so or is
 * gone.
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { OperatingError } from '@taonet/primitives';

/** What a part is told, and what it tells when it is ready. */
export interface RolePart {
  readonly role: string;
  readonly config: unknown;
}

export type RoleNotice =
  | { readonly kind: 'ready'; readonly facts: unknown }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'note'; readonly text: string };

export interface RoleProcess {
  /** What it told when it was ready. */
  readonly facts: unknown;
  /** Settles with its exit status when it has ended, whoever ended it. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

/** Time to end in by itself, from when it is told to or has lost its parent. */
const PATIENCE_MS = 3_000;

/** Starts this program as `part`. refuses: RoleFailed when it does not get ready; what `signal` says, when that comes first */
export async function startRole(part: RolePart, onNote: (text: string) => void, signal: AbortSignal): Promise<RoleProcess> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'role'], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole group of a terminal; the parent alone decides in which order parts end.
    detached: true,
  });
  let words = '';
  child.stderr!.on('data', (chunk: Buffer) => { words = `${words}${chunk.toString()}`.slice(-4_000); });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const facts = await new Promise<unknown>((ready, failed) => {
    child.once('error', failed);
    signal.addEventListener('abort', () => failed(signal.reason as Error), { once: true });
    child.once('exit', (code) => failed(new OperatingError('RoleFailed', `${part.role} ended with status ${String(code)} before it was ready. ${words}`.trim())));
    child.on('message', (notice: RoleNotice) => {
      if (notice.kind === 'ready') ready(notice.facts);
      else if (notice.kind === 'failed') failed(new OperatingError('RoleFailed', `${part.role}: ${notice.message}`));
      else onNote(notice.text);
    });
    child.send(part);
  }).catch(async (error: unknown) => {
    await stop(child, ended);
    throw error;
  });
  return { facts, ended, close: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(impatient);
}

/** The child's side: `roles` start parts by name; each gives what it tells its parent, and how it ends. */
export async function playRole(roles: Readonly<Record<string, (config: unknown, note: (text: string) => void) => Promise<{ readonly facts: unknown; close(): Promise<void> }>>>): Promise<void> {
  const tell = (notice: RoleNotice): void => { if (process.connected) process.send!(notice); };
  const gone = process.connected ? new Promise<void>((done) => process.once('disconnect', done)) : Promise.resolve();
  // Whether it is still starting, in the middle of something or unable to end: it does not outlive its parent, however that ended.
  void gone.then(() => setTimeout(() => process.exit(1), PATIENCE_MS).unref());
  process.on('SIGINT', () => undefined);
  const part = await new Promise<RolePart | undefined>((done) => {
    process.once('message', (message) => done(message as RolePart));
    void gone.then(() => done(undefined));
  });
  if (part === undefined) return;
  try {
    const playing = await roles[part.role]!(part.config, (text) => tell({ kind: 'note', text }));
    tell({ kind: 'ready', facts: playing.facts });
    await gone;
    await playing.close();
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
  if (process.connected) process.disconnect();
}
