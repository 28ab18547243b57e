/** RandomnessCollectiveFlip: errors. */

export const errors = {} as const;
