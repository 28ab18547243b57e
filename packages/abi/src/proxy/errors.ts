/** Proxy: errors. */

export const errors = {
  TooMany: 0,
  NotFound: 1,
  NotProxy: 2,
  Unproxyable: 3,
  Duplicate: 4,
  NoPermission: 5,
  Unannounced: 6,
  NoSelfProxy: 7,
  AnnouncementDepositInvariantViolated: 8,
  InvalidDerivedAccountId: 9,
} as const;
