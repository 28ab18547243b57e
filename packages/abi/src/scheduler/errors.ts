/** Scheduler: errors. */

export const errors = {
  FailedToSchedule: 0,
  NotFound: 1,
  TargetBlockNumberInPast: 2,
  RescheduleNoChange: 3,
  Named: 4,
} as const;
