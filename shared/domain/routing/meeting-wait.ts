import type { MeetingAttempt } from './plan.ts';

/** How long an adviser is waited for where the table does not say, in seconds. */
const usualMeetingSeconds = 60;

/** One round of waiting: then it is looked whether anybody is there. */
export const roundMilliseconds = 10_000;

/** How long an adviser is waited for in that meeting: 1 to 120 s. */
export function meetingWaitSeconds({ timeoutSeconds }: Pick<MeetingAttempt, 'timeoutSeconds'>): number {
  return timeoutSeconds ?? usualMeetingSeconds;
}
