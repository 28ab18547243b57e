/** AdminUtils: constants. */

export const constants = {} as const;
