/** Reads what the runtime says of a transaction: `TransactionValidity` and `ApplyExtrinsicResult`. */

import { bytes, readLength, Reader } from '@taonet/codec';
import { bytesToHex, type InvalidTransaction, type UnknownTransaction } from '@taonet/primitives';

/** A transaction that may go into a block. Tags are hex. */
export interface ValidTransaction {
  readonly priority: bigint;
  /** Tags that must be provided before. */
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  /** Blocks for which this holds. */
  readonly longevity: bigint;
  readonly propagate: boolean;
}

export type ValidityError = { readonly invalid: InvalidTransaction } | { readonly unknown: UnknownTransaction };

export type Validity = { readonly valid: ValidTransaction } | ValidityError;

const INVALID: readonly (InvalidTransaction | undefined)[] = [
  'Call', 'Payment', 'Future', 'Stale', 'BadProof', 'AncientBirthBlock', 'ExhaustsResources', undefined,
  'BadMandatory', 'MandatoryValidation', 'BadSigner', 'IndeterminateImplicit', 'UnknownOrigin',
];
const CUSTOM_INVALID = 7;
const UNKNOWN: readonly UnknownTransaction[] = ['CannotLookup', 'NoUnsignedValidator'];
const CUSTOM_UNKNOWN = 2;

function readTags(reader: Reader): string[] {
  const tags: string[] = [];
  for (let left = readLength(reader, 1); left > 0; left--) tags.push(bytesToHex(bytes.decode(reader)));
  return tags;
}

function readValidityError(reader: Reader): ValidityError {
  const kind = reader.byte();
  const variant = reader.byte();
  if (kind === 0) {
    if (variant === CUSTOM_INVALID) return { invalid: { custom: reader.byte() } };
    return { invalid: INVALID[variant] ?? reader.fail('an InvalidTransaction') };
  }
  if (kind !== 1) reader.fail('a TransactionValidityError');
  if (variant === CUSTOM_UNKNOWN) return { unknown: { custom: reader.byte() } };
  return { unknown: UNKNOWN[variant] ?? reader.fail('an UnknownTransaction') };
}

/** source: sp-runtime transaction_validity.rs, `Result<ValidTransaction, TransactionValidityError>` */
export function decodeValidity(encoded: Uint8Array): Validity {
  const reader = new Reader(encoded);
  if (reader.byte() !== 0) return readValidityError(reader);
  const priority = reader.bigLe(8);
  const requires = readTags(reader);
  const provides = readTags(reader);
  const longevity = reader.bigLe(8);
  return { valid: { priority, requires, provides, longevity, propagate: reader.byte() === 1 } };
}

/** What became of an applied extrinsic; a failed dispatch is included in the block. */
export type Applied = { readonly included: true; readonly dispatched: boolean } | ({ readonly included: false } & ValidityError);

/** source: sp-runtime lib.rs, `ApplyExtrinsicResult` */
export function decodeApplied(encoded: Uint8Array): Applied {
  const reader = new Reader(encoded);
  if (reader.byte() === 0) return { included: true, dispatched: reader.byte() === 0 };
  return { included: false, ...readValidityError(reader) };
}

/** Upstream's sentence for an invalid transaction, as it stands in the `data` of error 1010. */
export function invalidText(error: InvalidTransaction): string {
  return typeof error === 'object' ? `Custom error: ${error.custom}` : INVALID_TEXTS[error];
}

export function unknownText(error: UnknownTransaction): string {
  return typeof error === 'object' ? `Custom(${error.custom})` : error;
}

/** Sentences that clients compare; source: sp-runtime transaction_validity.rs, `From<InvalidTransaction> for &str` */
const INVALID_TEXTS: Readonly<Record<Exclude<InvalidTransaction, object>, string>> = {
  Call: 'Transaction call is not expected',
  Payment: 'Inability to pay some fees (e.g. account balance too low)',
  Future: 'Transaction will be valid in the future',
  Stale: 'Transaction is outdated',
  BadProof: 'Transaction has a bad signature',
  AncientBirthBlock: 'Transaction has an ancient birth block',
  ExhaustsResources: 'Transaction would exhaust the block limits',
  BadMandatory: 'A call was labelled as mandatory, but resulted in an Error.',
  MandatoryValidation: 'Transaction dispatch is mandatory; transactions must not be validated.',
  BadSigner: 'Invalid signing address',
  IndeterminateImplicit: 'The implicit data was unable to be calculated',
  UnknownOrigin: 'The transaction extension did not authorize any origin',
};
