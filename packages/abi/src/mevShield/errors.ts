/** MevShield: errors. */

export const errors = {
  BadEncKeyLen: 0,
  Unreachable: 1,
  TooManyPendingExtrinsics: 2,
  WeightExceedsAbsoluteMax: 3,
} as const;
