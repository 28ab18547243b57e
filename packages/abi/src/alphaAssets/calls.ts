/** AlphaAssets: calls. */

export const calls = {} as const;
