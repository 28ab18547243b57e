/** RandomnessCollectiveFlip: events. */

export const events = {} as const;
