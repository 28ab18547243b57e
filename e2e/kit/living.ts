/** `taonet up` as somebody starts it in a terminal: a tree of processes that Ctrl-C ends. */

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PROGRAM } from './journey.ts';

export interface Started {
  readonly endpoints: readonly string[];
  readonly gateway: string;
  readonly subnets: readonly { readonly netuid: number; readonly title: string }[];
}

const POLL_MS = 50;
const LOOKS = 100;

export class Living {
  readonly #child: ChildProcess;
  readonly #startedAt = performance.now();
  #words = '';
  #json = '';
  readonly #ended: Promise<number | null>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((done) => child.once('exit', done));
    child.stdout!.on('data', (part: Buffer) => { this.#json += part.toString(); });
    child.stderr!.on('data', (part: Buffer) => { this.#words += part.toString(); });
  }

  /** On free ports, with everything temporary. Its processes are a group of their own, as a shell makes one. */
  static start(...flags: readonly string[]): Living {
    return new Living(spawn(process.execPath, [PROGRAM, 'up', '--json', '--port', '0', '--gateway-port', '0', ...flags], { stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
  }

  /** What it says of itself once everything runs. */
  async started(limitMs: number): Promise<Started> {
    await this.#until(limitMs, 'everything runs', () => this.#json.endsWith('\n}\n'));
    return JSON.parse(this.#json) as Started;
  }

  /** Until it has told such a step. returns: seconds since it was started */
  async told(step: string, limitMs: number): Promise<number> {
    await this.#until(limitMs, step, () => this.#words.includes(step));
    return this.seconds;
  }

  get seconds(): number {
    return Math.round(performance.now() - this.#startedAt) / 1_000;
  }

  /** The process and all below it. */
  processes(): number[] {
    const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parentOf(pid)]));
    const tree = [this.#child.pid!];
    for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
    return tree;
  }

  /** Ctrl-C reaches the whole group. returns: the exit status, and which of `processes` are left a moment later */
  async interrupt(processes: readonly number[]): Promise<{ readonly status: number | null; readonly left: readonly number[] }> {
    process.kill(-this.#child.pid!, 'SIGINT');
    const status = await this.#ended;
    const left = (): number[] => processes.filter((pid) => existsSync(`/proc/${pid}`));
    for (let look = 0; look < LOOKS && left().length > 0; look++) await new Promise((done) => setTimeout(done, POLL_MS));
    return { status, left: left() };
  }

  /** Whatever happened; nothing when it has ended. */
  kill(): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) process.kill(-this.#child.pid!, 'SIGKILL');
  }

  async #until(limitMs: number, what: string, holds: () => boolean): Promise<void> {
    const end = performance.now() + limitMs;
    while (!holds()) {
      if (performance.now() > end || this.#child.exitCode !== null) throw new Error(`Not within ${limitMs / 1_000} s: ${what}\n${this.#words}`);
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  }
}

function parentOf(pid: string): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1]);
  } catch {
    return -1;
  }
}
