/** Triumvirate: constants. Upstream shows none of its limits in metadata. */

export const constants = {} as const;
