/** Errors of a membership. */

export const errors = {
  AlreadyMember: 0,
  NotMember: 1,
  TooManyMembers: 2,
} as const;
