/** Aura: calls. */

export const calls = {} as const;
