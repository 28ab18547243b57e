/** A node in a process of its own that is going to be killed. */

import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { RpcClient } from '../rpcClient.ts';

const KEPT_ERROR_CHARS = 4000;

export class Victim {
  readonly rpc: RpcClient;
  /** Blocks it told of on standard output. */
  readonly told: Map<number, string>;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #errors: { text: string };
  #killed = false;

  private constructor(child: ChildProcess, parts: { readonly rpc: RpcClient; readonly told: Map<number, string>; readonly ended: Promise<unknown>; readonly errors: { text: string } }) {
    this.#child = child;
    this.rpc = parts.rpc;
    this.told = parts.told;
    this.#ended = parts.ended;
    this.#errors = parts.errors;
  }

  /** Resolves when it takes requests. args: of node itself, the program first. blocks: the most that a file of it may have, half a kilobyte each or so. */
  static async start(args: readonly string[], blocks?: number): Promise<Victim> {
    const limited = blocks === undefined ? [] : ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath];
    const child = spawn(blocks === undefined ? process.execPath : 'sh', [...limited, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const errors = { text: '' };
    child.stderr.on('data', (part: Buffer) => { errors.text = (errors.text + part.toString()).slice(-KEPT_ERROR_CHARS); });
    const told = new Map<number, string>();
    const lines = createInterface({ input: child.stdout });
    const ended = Promise.all([new Promise((done) => child.once('exit', done)), new Promise((done) => lines.once('close', done))]);
    const port = await portOf(lines, told, ended);
    if (port === undefined) throw new Error(`the node did not start: ${errors.text}`);
    return new Victim(child, { rpc: await RpcClient.connect(port), told, ended, errors });
  }

  /** Sends SIGKILL now. */
  kill(): void {
    this.#killed = true;
    this.#child.kill('SIGKILL');
  }

  /** Resolves when the process is gone and all it wrote was read. */
  async gone(): Promise<void> {
    await this.#ended;
    this.rpc.close();
  }

  /** What it wrote on standard error, and an end that nobody asked for. */
  wrong(): string | undefined {
    const { exitCode, signalCode } = this.#child;
    const ended = exitCode !== null || (signalCode !== null && !this.#killed);
    if (ended) return `the node ended with ${exitCode ?? signalCode}: ${this.#errors.text}`;
    return this.#errors.text === '' ? undefined : this.#errors.text;
  }
}

function portOf(lines: Interface, told: Map<number, string>, ended: Promise<unknown>): Promise<number | undefined> {
  return new Promise((resolve) => {
    void ended.then(() => resolve(undefined));
    lines.on('line', (line) => {
      const block = /^#(\d+) (0x[0-9a-f]{64})/.exec(line);
      if (block !== null) told.set(Number(block[1]), block[2]!);
      const port = /ws:\/\/\S+?:(\d+)/.exec(line);
      if (port !== null) resolve(Number(port[1]));
    });
  });
}
