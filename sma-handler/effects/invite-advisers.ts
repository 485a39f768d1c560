import { callContextIdSchema } from '../../shared/contracts/call-context.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { AdviserInvitations } from '../../shared/ports/adviser-invitations.ts';
import type { Meetings } from '../../shared/ports/meetings.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import { describe, type Invocation } from '../invocation.ts';
import type { FlowInput, Step } from '../step.ts';
import { attendeesBudgetMs, invitationBudgetMs } from '../time-limits.ts';

export interface InvitationServices {
  /** Absent: there is no bus to tell advisers by; whoever watches the meetings themselves may still come. */
  readonly invitations?: AdviserInvitations;
  readonly meetings: Meetings;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Tells advisers that a caller waits. Never rejects. */
export async function invite(
  { invitation: { contextId, ...invitation } }: Extract<Step, { kind: 'invite' }>,
  { event, time }: Invocation,
  { invitations, timers, log }: InvitationServices,
): Promise<FlowInput> {
  if (invitations === undefined) return { kind: 'invited', event, told: true };
  const id = callContextIdSchema.safeParse(contextId);
  const left = time.left(invitationBudgetMs);
  try {
    const told =
      left > 0
        ? await withinTime(
            timers,
            left,
            invitations.invite({ ...invitation, ...(id.success ? { contextId: id.data } : {}) }),
          )
        : { kind: 'late' as const };
    if (told.kind === 'inTime') return { kind: 'invited', event, told: true };
    log.warn('invitation-failed', { ...describe(event), code: 'late' });
  } catch (error) {
    log.error('invitation-failed', error, describe(event));
  }
  return { kind: 'invited', event, told: false };
}

/** Whether anybody is in the meeting beside the caller; when that cannot be told, nobody is known to be. Never rejects. */
export async function countAttendees(
  { meeting }: Extract<Step, { kind: 'countAttendees' }>,
  { event, time }: Invocation,
  { meetings, timers, log }: InvitationServices,
): Promise<FlowInput> {
  const left = time.left(attendeesBudgetMs);
  try {
    const counted = left > 0 ? await withinTime(timers, left, meetings.attendees(meeting)) : { kind: 'late' as const };
    if (counted.kind === 'inTime') return { kind: 'attendeesCounted', event, others: counted.value > 1 };
    log.warn('meeting-unavailable', { ...describe(event), code: 'late' });
  } catch (error) {
    log.error('meeting-unavailable', error, describe(event));
  }
  return { kind: 'attendeesCounted', event, others: false };
}
