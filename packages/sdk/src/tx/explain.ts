/** Refusals and invalid transactions as errors: what was checked, what was there, what is needed, what to do. */

import type { DispatchError, Facts } from '@taonet/primitives';
import type { View } from '../client/view.ts';
import { TaonetError, type ErrorCode } from '../errors.ts';
import type { Runtime } from '../scale/runtime.ts';
import { CUSTOM_REASONS } from '../typed/errorCodes.ts';

type Fact = string | number | boolean | null;

/** What nodes of ours answer to why_refusal, why_validity and inside of dev_dryRun. */
export interface ExplanationJson {
  readonly error: string;
  readonly check: string | null;
  readonly actual?: Fact;
  readonly required?: Fact;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly fix: string | null;
  readonly call?: string;
  readonly within?: string;
  readonly refusal?: ExplanationJson;
}

/** Decimal text of u64 becomes a bigint again. */
const factOf = (value: Fact | undefined): Fact | bigint | undefined => (typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : value);

interface Explained {
  readonly check?: string | undefined;
  readonly actual?: Fact | bigint | undefined;
  readonly required?: Fact | bigint | undefined;
  readonly fix?: string | undefined;
  readonly facts: Facts;
}

function explained({ check, actual, required, fix, facts }: ExplanationJson): Explained {
  return {
    check: check ?? undefined, actual: factOf(actual), required: factOf(required), fix: fix ?? undefined,
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factOf(value)])),
  };
}

/** What can be said without the node: loaded when the first error comes. */
async function advised(code: string): Promise<Explained> {
  const { adviceOn } = await import('@taonet/abi/docs');
  const name = /^InvalidTransaction\.(.+)$/.exec(code)?.[1];
  const custom = Object.entries(CUSTOM_REASONS).find(([, reason]) => reason === name)?.[0];
  const advice = adviceOn(custom === undefined ? code : `InvalidTransaction.Custom(${custom})`);
  return { check: advice?.check, fix: advice?.fix, facts: {} };
}

function made(code: string, said: string, { check, actual, required, fix, facts }: Explained, cause?: unknown): TaonetError {
  const compared = actual === undefined && required === undefined ? '' : ` There was ${String(actual ?? 'nothing')}, needed is ${String(required ?? 'something else')}.`;
  const message = `${said}${check === undefined ? '' : ` What did not hold: ${check}`}${compared}${fix === undefined ? '' : ` ${fix}`}`;
  return new TaonetError({ code: code as ErrorCode, message, check, actual: actual ?? undefined, required: required ?? undefined, fix, facts, cause });
}

/** `Pallet.Error`, `Token.Frozen`, `BadOrigin`, … */
export function dispatchErrorName(runtime: Runtime, error: DispatchError): string {
  switch (error.kind) {
    case 'Module': return runtime.errorName(error.index, error.error);
    case 'Token': return `Token.${error.token}`;
    case 'Arithmetic': return `Arithmetic.${error.arithmetic}`;
    case 'Transactional': return `Transactional.${error.transactional}`;
    default: return error.kind;
  }
}

export interface RefusedAt {
  /** `Pallet.call` of the transaction. */
  readonly call: string;
  readonly blockHash: string;
  readonly index: number;
}

/** Why an extrinsic in a block failed. */
export async function refusalError(view: View, runtime: Runtime, error: DispatchError, at: RefusedAt): Promise<TaonetError> {
  const code = dispatchErrorName(runtime, error);
  const told = await view.connection.has('why_refusal')
    ? await view.request<ExplanationJson | null>('why_refusal', [at.blockHash, at.index]).catch(() => null)
    : null;
  const known = told?.error === code ? explained(told) : await advised(code);
  const docs = error.kind === 'Module' && known.check === undefined ? runtime.errorDocs(error.index, error.error) : undefined;
  const facts = { ...known.facts, call: at.call, block: at.blockHash, extrinsic: at.index };
  return made(code, `${at.call} was refused: ${code}.${docs === undefined ? '' : ` ${docs}`}`, { ...known, facts });
}

/** The refusal that a dry run met. */
export function foretoldError(told: ExplanationJson): TaonetError {
  const known = explained(told);
  const call = told.call ?? 'The call';
  return made(told.error, `${call} would be refused: ${told.error}.`, { ...known, facts: { ...known.facts, call } });
}

/** Beginnings of the sentences with which nodes tell why a transaction is not valid. source: sp-runtime transaction_validity.rs */
const SENTENCES: readonly (readonly [string, string])[] = [
  ['Transaction call is not expected', 'Call'], ['Inability to pay some fees', 'Payment'], ['Transaction will be valid in the future', 'Future'],
  ['Transaction is outdated', 'Stale'], ['Transaction has a bad signature', 'BadProof'], ['Transaction has an ancient birth block', 'AncientBirthBlock'],
  ['Transaction would exhaust the block limits', 'ExhaustsResources'], ['A call was labelled as mandatory', 'BadMandatory'],
  ['Transaction dispatch is mandatory', 'MandatoryValidation'], ['Invalid signing address', 'BadSigner'],
  ['The implicit data was unable', 'IndeterminateImplicit'], ['The transaction extension did not authorize', 'UnknownOrigin'],
];
const POOL_CODES: Readonly<Record<number, string>> = {
  1002: 'Pool.BadFormat', 1012: 'Pool.TemporarilyBanned', 1013: 'Pool.AlreadyImported', 1014: 'Pool.TooLowPriority', 1015: 'Pool.Cycle', 1016: 'Pool.ImmediatelyDropped',
};
const FIRST_POOL_CODE = 1000;
const LAST_POOL_CODE = 1019;

/** The code of a node's refusal to take a transaction; undefined for other errors. */
export function poolErrorCode({ facts }: TaonetError): string | undefined {
  const code = Number(facts['code']);
  if (!(code >= FIRST_POOL_CODE && code <= LAST_POOL_CODE)) return undefined;
  const text = String(facts['data'] ?? '');
  if (code === 1010) {
    const custom = /Custom error: (\d+)/.exec(text)?.[1];
    if (custom !== undefined) return `InvalidTransaction.${(CUSTOM_REASONS as Readonly<Record<string, string>>)[custom] ?? 'Custom'}`;
    const known = SENTENCES.find(([sentence]) => text.startsWith(sentence))?.[1];
    return known === undefined ? 'Pool.Other' : `InvalidTransaction.${known}`;
  }
  if (code === 1011) return `UnknownTransaction.${text.includes('NoUnsignedValidator') ? 'NoUnsignedValidator' : text.includes('Custom') ? 'Custom' : 'CannotLookup'}`;
  return POOL_CODES[code] ?? 'Pool.Other';
}

/** What a node's refusal to take a transaction means; other errors stay as they are. */
export async function submissionError(view: View, error: unknown, call: string, hex: string): Promise<unknown> {
  if (!(error instanceof TaonetError) || error.code !== 'RpcError') return error;
  const code = poolErrorCode(error);
  if (code === undefined) return error;
  const told = code.startsWith('Pool.') || !(await view.connection.has('why_validity'))
    ? undefined
    : await view.request<ExplanationJson>('why_validity', [hex]).catch(() => undefined);
  // Custom reasons stand for a refusal, which tells more.
  const behind = told?.refusal ?? told;
  const fallback = await advised(code);
  const known = behind === undefined || behind.check === null ? fallback : { ...explained(behind), fix: behind.fix ?? fallback.fix };
  const facts = { ...known.facts, call, refusal: told?.refusal?.error, ...(known.facts['refusal'] === undefined ? {} : { refusal: known.facts['refusal'] }) };
  return made(code, `${call} was not taken: ${code}${told?.refusal === undefined ? '' : ` (${told.refusal.error})`}.`, { ...known, facts }, error);
}
