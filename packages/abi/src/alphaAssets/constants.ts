/** AlphaAssets: constants. */

export const constants = {} as const;
