/** EVMChainId: constants. */

export const constants = {} as const;
