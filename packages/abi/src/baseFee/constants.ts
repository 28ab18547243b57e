/** BaseFee: constants. */

export const constants = {} as const;
