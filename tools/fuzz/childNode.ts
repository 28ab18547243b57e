/** A node in a process of its own, as `taonet node` starts it, whose end and defects are noticed. */

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Another build of the program may be tried: TAONET_PROGRAM=path. */
export const PROGRAM = process.env['TAONET_PROGRAM'] ?? 'dist/taonet.mjs';
/** In the child: on SIGUSR2 collects garbage and tells what is left, in bytes. Twice, since buffers are freed while the program goes on. */
const TELL_HEAP = `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => { gc(); gc(); const { heapUsed, arrayBuffers } = process.memoryUsage(); process.stderr.write(`heap ${heapUsed + arrayBuffers}\\n`); });")}`;
const MB = 1024 * 1024;
const MISTAKE = /^(?=A mistake of this program in )/m;
const KEPT_ERROR_CHARS = 8000;

export class ChildNode {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #errors: { text: string };
  #seenDefects = 0;
  #stopping = false;

  private constructor(child: ChildProcess, port: number, errors: { text: string }) {
    this.#child = child;
    this.port = port;
    this.#errors = errors;
  }

  /** Resolves once the node has printed where it listens. */
  static start(options: readonly string[]): Promise<ChildNode> {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: npm run build`);
    const child = spawn(process.execPath, ['--enable-source-maps', '--expose-gc', '--import', TELL_HEAP, PROGRAM, 'node', '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    const errors = { text: '' };
    child.stderr!.on('data', (part: Buffer) => { errors.text += part.toString(); });
    return new Promise((resolve, reject) => {
      let out = '';
      child.once('exit', (code, signal) => reject(new Error(`the node ended with ${code ?? signal}: ${errors.text}`)));
      child.stdout!.on('data', (part: Buffer) => {
        out += part.toString();
        const found = /ws:\/\/\S+?:(\d+)/.exec(out);
        if (found === null) return;
        child.stdout!.removeAllListeners('data').resume();
        child.removeAllListeners('exit');
        resolve(new ChildNode(child, Number(found[1]), errors));
      });
    });
  }

  ended(): string | undefined {
    const { exitCode, signalCode } = this.#child;
    if (this.#stopping || (exitCode === null && signalCode === null)) return undefined;
    return `the node ended with ${exitCode ?? signalCode}: ${this.#errors.text.slice(-KEPT_ERROR_CHARS)}`;
  }

  /** Defects printed since last asked. */
  takeDefects(): string[] {
    const all = this.#errors.text.split(MISTAKE).filter((part) => part.startsWith('A mistake'));
    const fresh = all.slice(this.#seenDefects);
    this.#seenDefects = all.length;
    return fresh;
  }

  /** Resident memory in MB, from /proc; undefined where there is none. */
  residentMb(): number | undefined {
    const path = `/proc/${this.#child.pid}/status`;
    const found = existsSync(path) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(path, 'utf8')) : null;
    return found === null ? undefined : Number(found[1]) / 1024;
  }

  /** What is alive in the heap of JavaScript and beside it, in MB, after a collection of garbage. */
  async liveMb(): Promise<number | undefined> {
    if (this.ended() !== undefined) return undefined;
    const told = new Promise<number | undefined>((resolve) => {
      const look = (): void => {
        const found = /heap (\d+)\n$/.exec(this.#errors.text);
        if (found === null) return;
        this.#errors.text = this.#errors.text.slice(0, found.index);
        this.#child.stderr!.off('data', look);
        this.#child.off('exit', give);
        resolve(Number(found[1]) / MB);
      };
      const give = (): void => resolve(undefined);
      this.#child.stderr!.on('data', look);
      this.#child.once('exit', give);
    });
    this.#child.kill('SIGUSR2');
    return told;
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.#stopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
  }
}
