/** Drand: errors. */

export const errors = {
  NoneValue: 0,
  StorageOverflow: 1,
  DrandConnectionFailure: 2,
  UnverifiedPulse: 3,
  InvalidRoundNumber: 4,
  PulseVerificationError: 5,
} as const;
