/** Timestamp: events. */

export const events = {} as const;
