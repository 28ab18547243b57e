/** The program as it is packed, with a network of its own and a home of its own. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** What is on standard output. Throws when that is not one JSON text. */
  json<T = Record<string, unknown>>(): T;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly answer: Promise<Answer>;
  /** Resolves when it has said this on standard error. */
  until(pattern: RegExp): Promise<void>;
}

/** No command may take longer. */
const LIMIT_MS = 60_000;

export class Program {
  readonly home: string;
  readonly url: string;
  readonly #entry: string;
  readonly #node: ChildProcess;

  private constructor(home: string, entry: string, node: ChildProcess, url: string) {
    this.home = home;
    this.url = url;
    this.#entry = entry;
    this.#node = node;
  }

  static async start(flags: readonly string[] = ['--block-time', 'instant']): Promise<Program> {
    mkdirSync(join(root, '.cache'), { recursive: true });
    const home = mkdtempSync(join(root, '.cache/cli-'));
    const built = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), join(home, 'dist')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    const entry = join(home, 'dist/taonet.mjs');
    const node = spawn(process.execPath, [entry, 'node', '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: node.stdout! })) {
      const url = /ws:\/\/127\S+/.exec(line)?.[0];
      if (url === undefined) continue;
      node.stdout!.resume();
      return new Program(home, entry, node, url);
    }
    throw new Error('The node did not start.');
  }

  /** Runs one command on the network, away from any terminal. */
  run(words: readonly string[], options: RunOptions = {}): Promise<Answer> {
    return this.launch(words, options).answer;
  }

  /** The same, for what is to be seen or ended while it runs. */
  launch(words: readonly string[], { env = {}, input }: RunOptions = {}): Running {
    const child = spawn(process.execPath, [this.#entry, ...words], {
      env: { ...process.env, HOME: this.home, BT_NETWORK: this.url, BT_WALLET_NAME: undefined, BT_WALLET_PATH: undefined, ...env }, timeout: LIMIT_MS, stdio: ['pipe', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => { out += part.toString(); });
    child.stderr.on('data', (part: Buffer) => { err += part.toString(); });
    child.stdin.end(input ?? '');
    const answer = new Promise<Answer>((done) => child.once('close', (status) => done({ status, out, err, json: <T>() => JSON.parse(out) as T })));
    const until = (pattern: RegExp): Promise<void> => new Promise((resolve, reject) => {
      const look = (): void => { if (pattern.test(err)) resolve(); };
      child.stderr.on('data', look);
      child.once('close', () => reject(new Error(`ended without ${String(pattern)}: ${err}${out}`)));
      look();
    });
    return { child, answer, until };
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#node.once('exit', done));
    this.#node.kill('SIGTERM');
    await ended;
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Words of a command line as an example shows it. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
