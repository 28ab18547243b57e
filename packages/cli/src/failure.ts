/** How a failure is told, and the exit status it ends with. */

import { Defect, OperatingError, Refusal } from '@taonet/primitives';
import { EXIT } from './exitCodes.ts';
import type { Output } from './output.ts';

/** A request that we refuse before anything is sent: what is wrong, and a command or value that is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Tells `error` on standard error (as JSON on standard output with `--json`), and gives the exit status. */
export function tellFailure(error: unknown, output: Output): number {
  const { code, status, message, fix, facts } = describeFailure(error);
  if (output.json) output.data({ error: { code, message, ...facts, ...(fix === undefined ? {} : { fix }) } }, '');
  else {
    output.failure(message);
    for (const [name, value] of Object.entries(facts)) output.failure(`  ${name}: ${String(value)}`);
    if (fix !== undefined) output.failure(`  ${fix}`);
  }
  return status;
}

interface Failure {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly fix: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
}

function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError) return { code: 'Usage', status: EXIT.usage, message: error.message, fix: error.fix, facts: {} };
  if (error instanceof Refusal) return { code: error.name, status: EXIT.refused, message: `Refused: ${error.name}`, fix: undefined, facts: error.facts ?? {} };
  if (error instanceof OperatingError) {
    const status = error.code.startsWith('Disk') ? EXIT.disk : error.code === 'TimedOut' ? EXIT.timeout : EXIT.network;
    return { code: error.code, status, message: error.message, fix: error.hint, facts: {} };
  }
  if (error instanceof Defect) return { code: error.code, status: EXIT.defect, message: `${error.message}\n${error.stack ?? ''}`, fix: undefined, facts: {} };
  return { code: 'Defect', status: EXIT.defect, message: error instanceof Error ? (error.stack ?? error.message) : String(error), fix: undefined, facts: {} };
}
