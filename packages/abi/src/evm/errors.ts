/** EVM: errors. */

export const errors = {
  BalanceLow: 0,
  FeeOverflow: 1,
  PaymentOverflow: 2,
  WithdrawFailed: 3,
  GasPriceTooLow: 4,
  InvalidNonce: 5,
  GasLimitTooLow: 6,
  GasLimitTooHigh: 7,
  InvalidChainId: 8,
  InvalidSignature: 9,
  Reentrancy: 10,
  TransactionMustComeFromEOA: 11,
  Undefined: 12,
  NotAllowed: 13,
  CreateOriginNotAllowed: 14,
} as const;
