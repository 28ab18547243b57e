/** Preimage: constants. */

export const constants = {} as const;
