/** BaseFee: errors. */

export const errors = {} as const;
