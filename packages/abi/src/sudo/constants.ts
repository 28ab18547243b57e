/** Sudo: constants. */

export const constants = {} as const;
