import type { Logger } from '../../shared/observability/logger.ts';
import type { Meetings } from '../../shared/ports/meetings.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { MeetingPlace } from '../call-state.ts';
import { describe, type Invocation } from '../invocation.ts';
import type { FlowInput, Step } from '../step.ts';
import { closingBudgetMs, meetingBudgetMs } from '../time-limits.ts';

export interface MeetingServices {
  readonly meetings: Meetings;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Opens a meeting, or finds that there is none to be had in time. Never rejects. */
export async function openMeeting(
  { request, words }: Extract<Step, { kind: 'openMeeting' }>,
  { event, time }: Invocation,
  { meetings, timers, log }: MeetingServices,
): Promise<FlowInput> {
  const left = time.left(meetingBudgetMs);
  try {
    const opened = left > 0 ? await withinTime(timers, left, meetings.open(request)) : { kind: 'late' as const };
    if (opened.kind === 'inTime') return { kind: 'meetingOpened', event, words, meeting: opened.value };
    // One that opens after all is empty, and ends by itself.
    log.warn('meeting-unavailable', { ...describe(event), code: 'late' });
  } catch (error) {
    log.error('meeting-unavailable', error, describe(event));
  }
  return { kind: 'meetingFailed', event, words };
}

/** Closes a meeting, best effort: one that stays open is empty, and ends by itself. */
export async function closeMeeting(
  place: MeetingPlace,
  { time }: Invocation,
  { meetings, timers }: MeetingServices,
): Promise<void> {
  const left = time.left(closingBudgetMs);
  if (left > 0) await withinTime(timers, left, meetings.close(place));
}
