/** RandomnessCollectiveFlip: calls. */

export const calls = {} as const;
