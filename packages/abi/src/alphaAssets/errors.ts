/** AlphaAssets: errors. */

export const errors = {} as const;
