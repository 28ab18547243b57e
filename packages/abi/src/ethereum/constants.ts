/** Ethereum: constants. */

export const constants = {} as const;
