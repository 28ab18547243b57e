/** Utility: errors. */

export const errors = {
  TooManyCalls: 0,
  InvalidDerivedAccount: 1,
} as const;
