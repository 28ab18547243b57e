/** EVMChainId: events. */

export const events = {} as const;
