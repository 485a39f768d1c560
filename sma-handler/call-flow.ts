import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { CallState } from './call-state.ts';
import { afterActionFailed } from './events/action-failed.ts';
import { afterActionSuccessful } from './events/action-successful.ts';
import { afterHangup } from './events/hangup.ts';
import { afterInvalidLambdaResponse } from './events/invalid-lambda-response.ts';
import { afterMeetingFailed, afterMeetingOpened } from './events/meeting-opened.ts';
import { afterNewInboundCall } from './events/new-inbound-call.ts';
import { afterOtherEvent } from './events/other-event.ts';
import type { FlowInput, Route, Step } from './step.ts';

/**
 * One call, from the first invocation to the last leg's end.
 *
 *                          ┌──────────── attempt fails, another is left ───────────┐
 *                          ▼                                                       │
 *   new ── NEW_INBOUND_CALL ──► trying ── ACTION_SUCCESSFUL ──► connected          │
 *                                 │  └── ACTION_FAILED, meeting cannot be opened ──┘
 *                                 │ none left                      │
 *                                 ▼                                │
 *                            apologising ── words, then Hangup     │ HANGUP of either leg:
 *                                 │                                │ the other is hung up, the meeting closed
 *                                 └───────────► ended ◄────────────┘
 *
 * `next` is pure: state comes from the event's TransactionAttributes, so that a repeated event gives the same
 * actions. It keeps these invariants, each of which a test names:
 *  1. every leg that was connected is hung up in the end;
 *  2. the caller never meets silence: after each failure comes the next attempt, or words and a hangup;
 *  3. never more than 10 actions, never a malformed response, whatever arrives;
 *  4. a repeated event gives the same actions, and its effects are idempotent;
 *  5. only numbers of the plan are dialled, and CallerIdNumber is always an owned number;
 *  6. JoinChimeMeeting never on a bridged call;
 *  7. on an unexpected exception the caller is still routed (the shell around `next` sees to it).
 */
export function next(state: CallState, input: FlowInput): Step {
  switch (input.kind) {
    case 'meetingOpened':
      return afterMeetingOpened(state, input.event, input.meeting);
    case 'meetingFailed':
      return afterMeetingFailed(state, input.event);
    case 'event':
      return afterEvent(state, input.event, input.route);
  }
}

function afterEvent(state: CallState, event: SmaEvent, route: Route | undefined): Step {
  switch (event.InvocationEventType) {
    case 'NEW_INBOUND_CALL':
      return afterNewInboundCall(event, route);
    case 'ACTION_SUCCESSFUL':
      return afterActionSuccessful(state, event);
    case 'ACTION_FAILED':
      return afterActionFailed(state, event);
    case 'HANGUP':
      return afterHangup(state, event);
    case 'INVALID_LAMBDA_RESPONSE':
      return afterInvalidLambdaResponse(state, event);
    default:
      return afterOtherEvent(state, event);
  }
}
