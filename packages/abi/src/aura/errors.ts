/** Aura: errors. */

export const errors = {} as const;
