/** Timestamp: errors. */

export const errors = {} as const;
