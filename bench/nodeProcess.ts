/** A node in a process of its own, as a user starts it. */

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { RpcClient } from './rpcClient.ts';

/** Another build of the program may be measured: TAONET_PROGRAM=path. */
export const PROGRAM = process.env['TAONET_PROGRAM'] ?? 'dist/taonet.mjs';
const STOP_MS = 5000;

export interface NodeProcess {
  /** ws://… as the node printed it. */
  readonly url: string;
  readonly pid: number;
  /** performance.now() when the process was spawned. */
  readonly spawnedAt: number;
  connect(): Promise<RpcClient>;
  stop(): Promise<void>;
}

/** Resolves once the node has printed where it listens. */
export function startNode(options: readonly string[]): Promise<NodeProcess> {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: npm run build`);
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'node', '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${err}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /(?:ws|http):\/\/(\S+?:\d+)/.exec(out);
      if (found === null) return;
      child.stdout.removeAllListeners('data').resume();
      const url = `ws://${found[1]!}`;
      resolve({ url, pid: child.pid!, spawnedAt, connect: () => RpcClient.connect(url), stop: () => stop(child) });
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Resident memory of a process in MB, from /proc; undefined where there is none. */
export function residentMb(pid: number): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(path, 'utf8'));
  return found === null ? undefined : Number(found[1]) / 1024;
}
