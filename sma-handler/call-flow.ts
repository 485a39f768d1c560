import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { assertNever } from '../shared/domain/assert-never.ts';
import type { CallState } from './call-state.ts';
import { afterActionFailed } from './events/action-failed.ts';
import { afterActionSuccessful } from './events/action-successful.ts';
import { afterHangup } from './events/hangup.ts';
import { afterInvalidLambdaResponse } from './events/invalid-lambda-response.ts';
import { afterLookedUp } from './events/looked-up.ts';
import { afterMeetingOpened } from './events/meeting-opened.ts';
import { afterNewInboundCall } from './events/new-inbound-call.ts';
import { afterOtherEvent } from './events/other-event.ts';
import { afterPreparedInVain } from './events/prepared-in-vain.ts';
import type { FlowInput, Route, Step, World } from './step.ts';

/**
 * One call, from the first invocation to the last leg's end.
 *
 *                          ┌───── attempt fails, and its policy leaves another ────┐
 *                          ▼                                                       │
 *   new ── NEW_INBOUND_CALL ──► trying ── ACTION_SUCCESSFUL ──► connected          │
 *                               │ │ │ └── ACTION_FAILED, no meeting to be opened, ─┘
 *                               │ │ │     nobody named by the look-up
 *                               │ │ └── voicemail recorded,      │
 *                               │ │     or a message is the last │
 *                      none left│ └──────► parting ──────┐       │
 *                               ▼            │ words fail│       │ HANGUP of either leg:
 *                          apologising ◄─────┘           │       │ the other is hung up, the meeting closed
 *                               └─ words, then Hangup ───┴► ended ◄┘
 *
 * Two kinds of attempt are prepared before the response is given, by the shell around `next`: a meeting is opened,
 * and an operator's service is asked whom to ring (a look-up). What the service names is tried next, and is never
 * another look-up. A message is said in the action list of whatever follows it.
 *
 * `next` is pure: state comes from the event's TransactionAttributes, so that a repeated event gives the same
 * actions. It keeps these invariants, each of which a test names:
 *  1. every leg that was connected is hung up in the end;
 *  2. the caller never meets silence: after each failure comes the next attempt, or words and a hangup;
 *  3. never more than 10 actions, never a malformed response, whatever arrives;
 *  4. a repeated event gives the same actions, and its effects are idempotent;
 *  5. only numbers of the plan are dialled, and those that a look-up named and the table allows;
 *     CallerIdNumber is always an owned number;
 *  6. JoinChimeMeeting never on a bridged call;
 *  7. on an unexpected exception the caller is still routed (the shell around `next` sees to it);
 *  8. a service is asked once for each look-up of the plan at most: what it names leads to no other;
 *  9. where a policy ends the call, nobody else is rung.
 */
export function next(state: CallState, input: FlowInput, world: World): Step {
  const { event } = input;
  switch (input.kind) {
    case 'meetingOpened':
      return afterMeetingOpened(state, event, input.words, input.meeting);
    case 'meetingFailed':
      return afterPreparedInVain(state, event, world, { words: input.words, outcome: 'unreachable' });
    case 'lookedUp':
      return afterLookedUp(state, event, world, input);
    case 'lookUpFailed':
      return afterPreparedInVain(state, event, world, input);
    case 'event':
      return afterEvent(state, event, world, input.route);
    default:
      return assertNever(input);
  }
}

function afterEvent(state: CallState, event: SmaEvent, world: World, route: Route | undefined): Step {
  switch (event.InvocationEventType) {
    case 'NEW_INBOUND_CALL':
      return afterNewInboundCall(event, world, route);
    case 'ACTION_SUCCESSFUL':
      return afterActionSuccessful(state, event, world);
    case 'ACTION_FAILED':
      return afterActionFailed(state, event, world);
    case 'HANGUP':
      return afterHangup(state, event);
    case 'INVALID_LAMBDA_RESPONSE':
      return afterInvalidLambdaResponse(state, event, world);
    default:
      return afterOtherEvent(state, event);
  }
}
