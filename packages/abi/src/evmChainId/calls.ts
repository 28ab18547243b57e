/** EVMChainId: calls. */

export const calls = {} as const;
