/** Ethereum: errors. */

export const errors = {
  InvalidSignature: 0,
  PreLogExists: 1,
} as const;
