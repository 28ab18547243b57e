/** EVMChainId: errors. */

export const errors = {} as const;
