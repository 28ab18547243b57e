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
  /** Other spellings of the same option, as official tools have them: `--wallet.name`. One that begins with `--no-` says the opposite of one that does not. */
  readonly spellings?: readonly string[];
}

/** What a command gives back: shown as `words`, or as JSON with `--json`. */
export interface Outcome {
  /** JSON; amounts are decimal texts of rao with their unit in the name. */
  readonly data: unknown;
  /** The same for people. */
  readonly words: string;
  /** Exit status when it is not 0, as of a look-up that found trouble. */
  readonly status?: number;
}

export type OptionValue = string | number | boolean | undefined;

export interface Invocation {
  readonly args: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly output: Output;
  /** Ends when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
}

export type Run = (invocation: Invocation) => Promise<Outcome | void>;

/** Where the chain, a wallet, or a write come in, their options do too. `public`: of a wallet only addresses are read. */
export type Need = 'chain' | 'wallet' | 'write';

export interface CommandRow {
  /** `stake add`. */
  readonly path: string;
  /** Left out of help. */
  readonly isHidden?: boolean;
  /** Other paths with the same meaning: `subnets metagraph`. */
  readonly aliases?: readonly string[];
  readonly about: string;
  readonly args?: readonly ArgumentRow[];
  readonly options?: readonly OptionRow[];
  readonly needs?: readonly Need[];
  /** Everything behind its first argument belongs to another command. */
  readonly passThrough?: boolean;
  /** One or two command lines that work on a fresh network. */
  readonly examples?: readonly string[];
  /** JSON schema of the outcome's data. */
  readonly schema?: object;
  /** Loaded when it is run, so that help answers at once. */
  readonly load: () => Promise<Run>;
}
