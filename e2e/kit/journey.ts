/** What every journey needs: a network in a process of its own, the program's commands on it, and lines that say what held. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { EXIT } from '../../packages/cli/src/exitCodes.ts';

/** As built; another one for whoever tries a change beside it. */
export const PROGRAM = resolve(process.env['TAONET_PROGRAM'] ?? 'dist/taonet.mjs');
/** No command may take longer. */
const COMMAND_LIMIT_MS = 60_000;

export interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a command with `--json` says when it fails. */
interface FailureJson {
  readonly error: { readonly code: string; readonly message: string };
}

/** A step that did not hold. */
class StepFailed extends Error {}

export class Network {
  readonly url: string;
  readonly #node: ChildProcess | undefined;
  readonly #home: string;

  private constructor(url: string, node: ChildProcess | undefined, home: string) {
    this.url = url;
    this.#node = node;
    this.#home = home;
  }

  /** `taonet node` on a free port, a block per transaction unless other flags are given. */
  static async start(flags: readonly string[] = ['--block-time', 'instant']): Promise<Network> {
    const home = mkdtempSync(join(tmpdir(), 'taonet-e2e-'));
    const node = spawn(process.execPath, [PROGRAM, 'node', '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: node.stdout })) {
      const url = /ws:\/\/127\S+/.exec(line)?.[0];
      if (url === undefined) continue;
      node.stdout.resume();
      return new Network(url, node, home);
    }
    throw new StepFailed('The node did not start.');
  }

  /** Commands on a chain that somebody else started. */
  static at(url: string): Network {
    return new Network(url, undefined, mkdtempSync(join(tmpdir(), 'taonet-e2e-')));
  }

  async stop(): Promise<void> {
    const node = this.#node;
    if (node !== undefined) {
      const ended = new Promise((done) => node.once('exit', done));
      node.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** Runs a command line, words in quotes kept together. */
  run(line: string): Promise<Answer> {
    return this.#spawn(line).ended;
  }

  /** Runs a command line until it says `when`, leaves it `longerMs` more, and stops it as Ctrl-C does. */
  async interrupted(line: string, when: RegExp, longerMs: number): Promise<Answer> {
    const { child, ended } = this.#spawn(line);
    let said = '';
    child.stderr!.on('data', (part: Buffer) => {
      if (when.test(said)) return;
      said += part.toString();
      if (when.test(said)) setTimeout(() => child.kill('SIGINT'), longerMs);
    });
    return ended;
  }

  #spawn(line: string): { readonly child: ChildProcess; readonly ended: Promise<Answer> } {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      env: { ...process.env, HOME: this.#home, BT_NETWORK: this.url, BT_WALLET_NAME: undefined, BT_WALLET_PATH: undefined }, timeout: COMMAND_LIMIT_MS, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => { out += part.toString(); });
    child.stderr.on('data', (part: Buffer) => { err += part.toString(); });
    return { child, ended: new Promise((done) => child.once('close', (status) => done({ status, out, err }))) };
  }

  /** What the command says as JSON. It must succeed. */
  async json<T = Record<string, unknown>>(line: string): Promise<T> {
    const { status, out, err } = await this.run(`${line} --json`);
    if (status !== 0) throw new StepFailed(`taonet ${line}\n  ended with ${status}: ${out}${err}`);
    return JSON.parse(out) as T;
  }

  /** What a command that writes says of its result. It must succeed. */
  async write<T = Record<string, unknown>>(line: string): Promise<T> {
    return (await this.json<{ readonly result: T }>(line)).result;
  }

  /** The code of the refusal that the command ends with. It must be refused by the chain. */
  async refusal(line: string): Promise<string> {
    const { status, out } = await this.run(`${line} --json`);
    if (status !== EXIT.refused) throw new StepFailed(`taonet ${line}\n  should be refused, but ended with ${status}: ${out}`);
    return (JSON.parse(out) as FailureJson).error.code;
  }

  /** A storage item's value. */
  async query<T = unknown>(line: string): Promise<T> {
    return (await this.json<{ readonly value: T }>(`query ${line}`)).value;
  }
}

let steps = 0;

/** JSON, with big numbers as digits and bytes as hex. */
const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part instanceof Uint8Array ? `0x${Buffer.from(part).toString('hex')}` : part));

/** One line about what held; ends the journey when it did not. */
export function step(what: string, got: unknown, wanted: unknown): void {
  const [had, should] = [textOf(got), textOf(wanted)];
  if (had !== should) throw new StepFailed(`${what}\n  wanted ${should}\n  got    ${had}`);
  steps += 1;
  process.stdout.write(`${String(steps).padStart(3)}  ${what}\n`);
}

/** Runs the journey; the process ends with 0 when every step held. */
export async function journey(walk: () => Promise<void>): Promise<void> {
  try {
    await walk();
    process.stdout.write(`${steps} steps held.\n`);
  } catch (error) {
    process.stdout.write(`NOT HELD after ${steps} steps: ${error instanceof StepFailed ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  }
}
