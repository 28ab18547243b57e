/** Preimage: errors. */

export const errors = {
  TooBig: 0,
  AlreadyNoted: 1,
  NotAuthorized: 2,
  NotNoted: 3,
  Requested: 4,
  NotRequested: 5,
  TooMany: 6,
  TooFew: 7,
} as const;
