/** What a command of the program is: one row, from which help, parsing, completion, its reference page and its `--json` schema come. */

import type { Output } from './output.ts';

export interface ArgumentRow {
  /** As shown: `netuid`. Arguments are wanted unless `optional`; the last one may be `many`. */
  readonly name: string;
  readonly about: string;
  readonly optional?: boolean;
  readonly many?: boolean;
}

export interface OptionRow {
  /** `--amount <tao>`, with a short form and a value where there is one. */
  readonly flags: string;
  readonly about: string;
  readonly default?: string | number | boolean;
  readonly choices?: readonly string[];
  /** Other spellings of the same option, as official tools have them: `--wallet.name`. */
  readonly spellings?: readonly string[];
}

/** What a command gives back: shown as `words`, or as JSON with `--json`. */
export interface Outcome {
  /** JSON; amounts are decimal texts of rao with their unit in the name. */
  readonly data: unknown;
  /** The same for people. */
  readonly words: string;
}

export interface Invocation {
  readonly args: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly output: Output;
  /** Ends when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
}

export type Run = (invocation: Invocation) => Promise<Outcome | void>;

export interface CommandRow {
  /** `stake add`. */
  readonly path: string;
  /** Other paths with the same meaning: `st add`. */
  readonly aliases?: readonly string[];
  readonly about: string;
  readonly args?: readonly ArgumentRow[];
  readonly options?: readonly OptionRow[];
  /** Where the chain, a wallet, or a write's `--dry-run` come in, their options do too. */
  readonly needs?: readonly ('chain' | 'wallet' | 'write')[];
  /** One or two command lines that work on a fresh network. */
  readonly examples?: readonly string[];
  /** JSON schema of the outcome's data. */
  readonly schema?: object;
  /** Loaded when it is run, so that help answers at once. */
  readonly load: () => Promise<Run>;
}
