/** Aura: events. */

export const events = {} as const;
