/** Data on standard output, words on standard error; with `--json` nothing but JSON on standard output. */

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

const ESCAPE = '\u001b[';

export class Output {
  readonly json: boolean;
  readonly #quiet: boolean;
  readonly #out: NodeJS.WriteStream;
  readonly #error: NodeJS.WriteStream;

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

  get columns(): number {
    return this.#out.columns ?? 120;
  }

  /** The answer. */
  data(data: unknown, words: string): void {
    const text = this.json ? JSON.stringify(data, (_, value: unknown) => typeof value === 'bigint' ? String(value) : value, 2) : words;
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
