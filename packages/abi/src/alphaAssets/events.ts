/** AlphaAssets: events. */

export const events = {} as const;
