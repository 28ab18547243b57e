/** Sudo: errors. */

export const errors = {
  RequireSudo: 0,
} as const;
