/** LimitOrders: errors. */

export const errors = {
  InvalidSignature: 0,
  OrderAlreadyProcessed: 1,
  OrderCancelled: 2,
  OrderExpired: 3,
  PriceConditionNotMet: 4,
  Unauthorized: 5,
  SwapReturnedZero: 6,
  RootNetUidNotAllowed: 7,
  OrderNetUidMismatch: 8,
  LimitOrdersDisabled: 9,
  RelayerMissMatch: 10,
  PartialFillsNotEnabled: 11,
  IncorrectPartialFillAmount: 12,
  RelayerRequiredForPartialFill: 13,
  ChainIdMismatch: 14,
  PalletHotkeyNotRegistered: 15,
  ArithmeticOverflow: 16,
  DuplicateOrderInBatch: 17,
  ZeroShareInBatch: 18,
} as const;
