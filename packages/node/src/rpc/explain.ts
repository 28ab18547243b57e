/** Refusals and invalid transactions as JSON: what was checked, what was there, what is needed, what to do. */

import { adviceOn, customTransactionAdvice } from '@taonet/abi/docs';
import { invalidText, unknownText, type RefusedCall, type ValidityError } from '@taonet/chain';
import type { Facts } from '@taonet/primitives';
import { ss58 } from './typedJson.ts';

/** A fact: numbers as they are, u64 and wider as decimal text, accounts in SS58, hashes as `0x…`. */
export type FactJson = string | number | boolean | null;

export interface ExplanationJson {
  /** `Pallet.Error`, `Token.FundsUnavailable`, `BadOrigin`, …, `InvalidTransaction.Stale`. */
  readonly error: string;
  /** What did not hold, as the sentence that would. */
  readonly check: string | null;
  readonly actual?: FactJson;
  readonly required?: FactJson;
  /** Who and what it is about. */
  readonly facts: Readonly<Record<string, FactJson>>;
  readonly fix: string | null;
}

/** Of the call that was refused. */
export interface RefusalJson extends ExplanationJson {
  /** `Pallet.call`. */
  readonly call: string;
  /** `Pallet.call` of the transaction, when the refused call stands inside of it. */
  readonly within?: string;
}

const KEY = /^[0-9a-f]{64}$/;
/** Names of facts, and of refusals, that tell of hashes; other 32 bytes are accounts. */
const OF_HASH = /hash|order_id|Unauthorized$|code/i;

function factJson(name: string, value: Facts[string]): FactJson {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'string' || !KEY.test(value)) return value;
  return OF_HASH.test(name) ? `0x${value}` : ss58(value);
}

function explanation(error: string, given: Facts | undefined): ExplanationJson {
  const advice = adviceOn(error);
  const { actual, required, ...others } = given ?? {};
  const compared = error === 'System.Unauthorized' ? 'hash' : 'account';
  return {
    error,
    check: advice?.check ?? null,
    ...(actual === undefined ? {} : { actual: factJson(compared, actual) }),
    ...(required === undefined ? {} : { required: factJson(compared, required) }),
    facts: Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined).map(([name, value]) => [name, factJson(name, value)])),
    fix: advice?.fix ?? null,
  };
}

export function refusalJson({ refusal, call, within }: RefusedCall): RefusalJson {
  return { ...explanation(refusal.name, refusal.facts), call, ...(within === undefined ? {} : { within }) };
}

/** Why a transaction is not valid. */
export interface InvalidityJson extends ExplanationJson {
  /** The code with which author_submitExtrinsic answers. */
  readonly code: number;
  /** Its `data`. */
  readonly text: string;
  /** Of custom errors: their name. */
  readonly custom?: string;
  /** Of custom errors that stand for a refusal: that one. */
  readonly refusal?: ExplanationJson;
}

const textOf = (reason: string | { readonly custom: number }): string => (typeof reason === 'string' ? reason : `Custom(${reason.custom})`);

export function invalidityJson(reason: ValidityError, facts: Facts | undefined): InvalidityJson {
  if ('unknown' in reason) return { ...explanation(`UnknownTransaction.${textOf(reason.unknown)}`, facts), code: 1011, text: unknownText(reason.unknown) };
  const { invalid } = reason;
  const { refusal, ...others } = facts ?? {};
  const custom = typeof invalid === 'object' ? customTransactionAdvice[invalid.custom]?.name : undefined;
  return {
    ...explanation(`InvalidTransaction.${textOf(invalid)}`, others),
    code: 1010,
    text: invalidText(invalid),
    ...(custom === undefined ? {} : { custom }),
    ...(typeof refusal === 'string' ? { refusal: explanation(refusal, others) } : {}),
  };
}

/** Bytes that are no extrinsic at all. */
export const UNDECODABLE: InvalidityJson = {
  error: 'Undecodable', code: 1002, text: 'RuntimeApi("could not decode the extrinsic")',
  check: 'The bytes are an extrinsic of this runtime.', facts: {}, fix: 'Encode it with this chain\'s metadata (state_getMetadata), format 4 or 5.',
};
