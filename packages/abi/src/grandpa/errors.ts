/** Grandpa: errors. */

export const errors = {
  PauseFailed: 0,
  ResumeFailed: 1,
  ChangePending: 2,
  TooSoon: 3,
  InvalidKeyOwnershipProof: 4,
  InvalidEquivocationProof: 5,
  DuplicateOffenceReport: 6,
} as const;
