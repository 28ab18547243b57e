/** Data on standard output, words on standard error; with `--json` nothing but JSON on standard output. */

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

const ESCAPE = '\u001b[';
const MS_PER_S = 1000;
const TICK_MS = 250;

export class Output {
  readonly json: boolean;
  readonly #quiet: boolean;
  readonly #out: NodeJS.WriteStream;
  readonly #error: NodeJS.WriteStream;
  #doing = '';
  #told = false;
  #ticker: NodeJS.Timeout | undefined;

  constructor({ json, quiet }: OutputOptions, out: NodeJS.WriteStream = process.stdout, error: NodeJS.WriteStream = process.stderr) {
    this.json = json;
    this.#quiet = quiet;
    this.#out = out;
    this.#error = error;
  }

  /** Whether somebody sits in front of it who can be asked. */
  get isTerminal(): boolean {
    return process.stdin.isTTY === true && this.#error.isTTY === true;
  }

  /** How wide tables may be: the terminal; anything where there is none. */
  get columns(): number {
    // Some terminals say 0.
    return this.#out.columns || Number(process.env['COLUMNS']) || Number.POSITIVE_INFINITY;
  }

  /** The answer. */
  data(data: unknown, words: string): void {
    const text = this.json ? JSON.stringify(toJson(data), null, 2) : words;
    this.#out.write(text.endsWith('\n') || text === '' ? text : `${text}\n`);
  }

  /** What happens meanwhile. */
  word(text: string): void {
    if (!this.#quiet) this.#error.write(`${text}\n`);
  }

  /** A line that the next one replaces, on a terminal; nothing elsewhere. */
  progress(text: string): void {
    if (!this.#quiet && this.#error.isTTY === true) this.#error.write(`\r${ESCAPE}K${text}`);
  }

  endProgress(): void {
    if (!this.#quiet && this.#error.isTTY === true) this.#error.write(`\r${ESCAPE}K`);
  }

  /** From now on, what is being done is told once it takes longer than a second. */
  beginWork(what: string): void {
    this.#doing = what;
    if (this.#quiet) return;
    const began = Date.now();
    this.#ticker = setInterval(() => {
      const seconds = Math.floor((Date.now() - began) / MS_PER_S);
      if (seconds < 1) return;
      const text = `${this.#doing} … ${seconds} s`;
      if (this.#error.isTTY === true) this.progress(text);
      else if (!this.#told) this.#error.write(`${text}\n`);
      this.#told = true;
    }, TICK_MS).unref();
  }

  /** Which part of the work has come. */
  doing(what: string): void {
    this.#doing = what;
  }

  endWork(): void {
    clearInterval(this.#ticker);
    if (this.#told) this.endProgress();
    this.#told = false;
  }

  /** Why it did not work; never silenced. */
  failure(text: string): void {
    this.#error.write(`${text}\n`);
  }

  bold(text: string): string {
    return this.#paint('1', text);
  }

  dim(text: string): string {
    return this.#paint('2', text);
  }

  #paint(code: string, text: string): string {
    const colours = this.#out.isTTY === true && process.env['NO_COLOR'] === undefined;
    return colours ? `${ESCAPE}${code}m${text}${ESCAPE}0m` : text;
  }
}

/** What JSON can hold: u64 and wider as decimal text, bytes as hex, absent options as null. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return value.map((one: unknown) => (one === undefined ? null : toJson(one)));
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return toJson((value.toJSON as () => unknown).call(value));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toJson(one)]));
}
