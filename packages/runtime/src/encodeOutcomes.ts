/** What clients get to know of a transaction, as bytes. source: sp-runtime 42.0.0, transaction_validity.rs, lib.rs */

import { dispatchError, transactionValidityError, validTransaction, type TransactionValidityError } from '@taonet/abi';
import { encode } from '@taonet/codec';
import type { ApplyResult, ValidTransaction } from '@taonet/frame';
import { concatBytes, type Invalidity } from '@taonet/primitives';

const OK = Uint8Array.of(0);
const ERR = Uint8Array.of(1);

/** Why a transaction is not valid, as the wire has it. */
export function toValidityError({ error }: Invalidity): TransactionValidityError {
  if ('unknown' in error) {
    const { unknown } = error;
    return { type: 'Unknown', value: typeof unknown === 'string' ? { type: unknown } : { type: 'Custom', value: unknown.custom } };
  }
  const { invalid } = error;
  return { type: 'Invalid', value: typeof invalid === 'string' ? { type: invalid } : { type: 'Custom', value: invalid.custom } };
}

const refused = (invalidity: Invalidity): Uint8Array => concatBytes(ERR, encode(transactionValidityError, toValidityError(invalidity)));

/** `TransactionValidity` */
export function encodeValidity(outcome: { readonly valid: ValidTransaction } | { readonly invalidity: Invalidity }): Uint8Array {
  return 'valid' in outcome ? concatBytes(OK, encode(validTransaction, outcome.valid)) : refused(outcome.invalidity);
}

/** `ApplyExtrinsicResult` */
export function encodeApplied(outcome: ApplyResult): Uint8Array {
  if ('invalidity' in outcome) return refused(outcome.invalidity);
  const { result } = outcome;
  return result.ok ? concatBytes(OK, OK) : concatBytes(OK, ERR, encode(dispatchError, result.error));
}
