/** Utility: storage items. */

export const storage = {} as const;
