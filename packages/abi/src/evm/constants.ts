/** EVM: constants. */

export const constants = {} as const;
