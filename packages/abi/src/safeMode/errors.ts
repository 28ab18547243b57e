/** SafeMode: errors. */

export const errors = {
  Entered: 0,
  Exited: 1,
  NotConfigured: 2,
  NoDeposit: 3,
  AlreadyDeposited: 4,
  CannotReleaseYet: 5,
  CurrencyError: 6,
} as const;
