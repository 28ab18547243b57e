/** Validity of transactions. */

import { bool, bytes, plainEnum, row, spelled, struct, type ValueOf, u64, u8, variant, vec } from '@taonet/codec';

/** `sp_runtime::transaction_validity::InvalidTransaction` */
export const invalidTransaction = variant('sp_runtime::transaction_validity::InvalidTransaction', {
  Call: row(0),
  Payment: row(1),
  Future: row(2),
  Stale: row(3),
  BadProof: row(4),
  AncientBirthBlock: row(5),
  ExhaustsResources: row(6),
  Custom: row(7, [u8]),
  BadMandatory: row(8),
  MandatoryValidation: row(9),
  BadSigner: row(10),
  IndeterminateImplicit: row(11),
  UnknownOrigin: row(12),
});
export type InvalidTransaction = ValueOf<typeof invalidTransaction>;

/** `sp_runtime::transaction_validity::UnknownTransaction` */
export const unknownTransaction = variant('sp_runtime::transaction_validity::UnknownTransaction', {
  CannotLookup: row(0),
  NoUnsignedValidator: row(1),
  Custom: row(2, [u8]),
});
export type UnknownTransaction = ValueOf<typeof unknownTransaction>;

/** `sp_runtime::transaction_validity::TransactionValidityError` */
export const transactionValidityError = variant('sp_runtime::transaction_validity::TransactionValidityError', {
  Invalid: row(0, [invalidTransaction]),
  Unknown: row(1, [unknownTransaction]),
});
export type TransactionValidityError = ValueOf<typeof transactionValidityError>;

/** `sp_runtime::transaction_validity::TransactionSource` */
export const transactionSource = plainEnum('sp_runtime::transaction_validity::TransactionSource', { InBlock: 0, Local: 1, External: 2 });
export type TransactionSource = ValueOf<typeof transactionSource>;

/** `sp_runtime::transaction_validity::ValidTransaction` */
export const validTransaction = struct('sp_runtime::transaction_validity::ValidTransaction', {
  priority: spelled(u64, 'TransactionPriority'),
  requires: vec(spelled(bytes, 'TransactionTag')),
  provides: vec(spelled(bytes, 'TransactionTag')),
  longevity: spelled(u64, 'TransactionLongevity'),
  propagate: bool,
});
export type ValidTransaction = ValueOf<typeof validTransaction>;
