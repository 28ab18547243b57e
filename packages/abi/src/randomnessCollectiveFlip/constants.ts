/** RandomnessCollectiveFlip: constants. */

export const constants = {} as const;
