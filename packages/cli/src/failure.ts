/** How a failure is told, and the exit status it ends with. */

import { Defect, OperatingError, Refusal } from '@taonet/primitives';
import { EXIT } from './exitCodes.ts';
import { toJson, type Output } from './output.ts';

/** What was typed does not make a command: what is wrong, and a command or value that is right. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
  readonly fix: string | undefined;
  readonly status: number = EXIT.usage;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(message: string, fix?: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.fix = fix;
    this.facts = facts;
  }
}

/** A request that is understood and that we refuse before anything is sent. */
export class ValidationError extends UsageError {
  override readonly name: string = 'ValidationError';
  override readonly status = EXIT.validation;
}

/** Tells `error` on standard error (as JSON on standard output with `--json`), and gives the exit status. */
export function tellFailure(error: unknown, output: Output, verbose = false): number {
  const { code, status, message, check, actual, required, fix, facts } = describeFailure(error);
  if (output.json) output.data({ error: { code, message, check: check ?? null, actual: actual ?? null, required: required ?? null, fix: fix ?? null, facts: toJson(facts) } }, '');
  else {
    output.failure(message);
    const lines: readonly (readonly [string, unknown])[] = [['what did not hold', check], ['there is', actual], ['needed is', required], ['what to do', fix]];
    for (const [name, value] of lines) if (value !== undefined && value !== '') output.failure(`  ${name}: ${textOf(value)}`);
    if (verbose || check === undefined) for (const [name, value] of Object.entries(facts)) if (value !== undefined) output.failure(`  ${name}: ${textOf(value)}`);
  }
  return status;
}

interface Failure {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly check?: string | undefined;
  readonly actual?: unknown;
  readonly required?: unknown;
  readonly fix?: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(toJson(value)) : String(value));

/** What the SDK advises programs to do, as options of this one. */
const FIXES: Readonly<Record<string, string>> = {
  KeyFileExists: 'Add --overwrite only when its mnemonic is kept somewhere.',
  NoKeyFile: 'taonet wallet list shows what is there; taonet wallet create makes a wallet; //Alice is a development key.',
  PasswordRequired: 'Run it in a terminal to be asked, or set the variable in the facts; on a new key --no-use-password leaves it in the clear.',
  CannotConnect: 'taonet node starts a network on ws://127.0.0.1:9944; --network names another one; taonet doctor looks for the cause.',
  NoSigner: 'Name a wallet with --wallet-name, or a development key such as //Alice.',
  Timeout: 'Give it longer with --timeout SECONDS.',
};

const NETWORK_CODES: readonly string[] = ['CannotConnect', 'Disconnected', 'RpcError', 'NoSubscriptions', 'CannotDecode', 'Aborted'];
const TIMEOUT_CODES: readonly string[] = ['Timeout', 'TimedOut'];

/** Of errors of the SDK and of wallets: by code, so that neither is loaded for it. */
function statusOf(code: string, isChains: boolean): number {
  if (code.startsWith('Disk')) return EXIT.disk;
  if (TIMEOUT_CODES.includes(code)) return EXIT.timeout;
  if (NETWORK_CODES.includes(code)) return EXIT.network;
  return isChains || code.includes('.') || code === 'Dropped' ? EXIT.refused : EXIT.validation;
}

interface Told {
  readonly check?: string;
  readonly actual?: unknown;
  readonly required?: unknown;
  readonly fix?: string;
}

function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError) return { code: error.status === EXIT.usage ? 'Usage' : 'Validation', status: error.status, message: error.message, fix: error.fix, facts: error.facts };
  if (error instanceof Refusal) return { code: error.name, status: EXIT.refused, message: `Refused: ${error.name}`, facts: error.facts ?? {} };
  if (error instanceof OperatingError) {
    const { check, actual, required, fix } = error as Told;
    const ofDisk = /^E[A-Z]+$/.test(String((error.cause as { code?: unknown } | undefined)?.code)) && !NETWORK_CODES.includes(error.code);
    const status = ofDisk ? EXIT.disk : statusOf(error.code, check !== undefined && !OWN_CODES.includes(error.code));
    const message = check === undefined ? error.message : error.message.split(' What did not hold:')[0]!;
    return { code: error.code, status, message, check, actual, required, fix: FIXES[error.code] ?? fix ?? error.hint, facts: error.facts };
  }
  if (error instanceof Defect) return { code: error.code, status: EXIT.defect, message: `A mistake of this program: ${error.message}\n${error.stack ?? ''}`, facts: {} };
  const system = (error as { code?: unknown } | null)?.code;
  if (typeof system === 'string' && /^E[A-Z]+$/.test(system)) return { code: system, status: EXIT.disk, message: (error as Error).message, facts: {} };
  return { code: 'Defect', status: EXIT.defect, message: `A mistake of this program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, facts: {} };
}

/** Codes of the SDK's own refusals, which come before anything is sent. */
const OWN_CODES: readonly string[] = ['BadInput', 'NoSigner', 'NoWeights', 'WeightsRefused', 'NothingToReveal', 'NotOnThisChain', 'UnknownBlock'];
