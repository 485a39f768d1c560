import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { assertNever } from '../shared/domain/assert-never.ts';
import type { CallState } from './call-state.ts';
import { afterKeys } from './conversation.ts';
import { afterActionFailed } from './events/action-failed.ts';
import { afterActionSuccessful } from './events/action-successful.ts';
import { afterCallAnswered, afterNewInboundCall, afterNewOutboundCall } from './events/call-begins.ts';
import { afterCommanded } from './events/commanded.ts';
import { afterDestinationFound } from './results/destination-found.ts';
import { afterHangup } from './events/hangup.ts';
import { afterInvalidLambdaResponse } from './events/invalid-lambda-response.ts';
import { afterOtherEvent } from './events/other-event.ts';
import { afterLookedUp, afterMeetingOpened, afterPreparedInVain } from './results/prepared.ts';
import { afterRouted } from './results/routed.ts';
import { afterAttendeesCounted, afterInvited } from './results/waited.ts';
import type { FlowInput, Step, World } from './step.ts';

/**
 * One call, from the first invocation to the last leg's end.
 *
 *   NEW_INBOUND_CALL ─► route ─┬─ nothing is known of the caller ─► choosing ─ key ─► route ─┐
 *                              │                                       └─ no key ────────────┤
 *   NEW_OUTBOUND_CALL ─► callingBack ─ CALL_ANSWERED ─► route ─► confirming ─ 1 ─────────────┤
 *                              │                                     └─ no 1 ─► parting      │
 *                              └────────────┬────────────────────────────────────────────────┘
 *                                           ▼
 *                  the rule wants a recording agreed to ─► consenting ─ any answer ─┐
 *                                           ├───────────────────────────────────────┘
 *      ┌─── fails, and its policy ───► trying ◄───────────────────────────────────────────────────────┐
 *      │    leaves another               │ │ └─ voicemail recorded, or a message is the last ─► parting │
 *      └─────────────────────────────────┤ └─ in a meeting ─► waiting ─ nobody comes ─► leaving ──────┤
 *                    none left │         ▼                       │ somebody is there       ▲          │
 *                              │     connected ◄─────────────────┘                         │          │
 *                              │         │ ├─ "*" and a key, or a command: somebody else ──┘          │
 *                              │         │ ├─ the last adviser's connection is lost ─► rejoining      │
 *                              │         │ │      one is back ─► connected ◄─────────────┤            │
 *                              │         │ ├─ the other side hangs up ◄── nobody is back ┘            │
 *                              │         │ └────► offering ─ 1 ─► route ──────────────────────────────┘
 *                              ▼         │   └─► surveying ─► parting
 *                        apologising     │ HANGUP of either leg
 *                              └─ words, then Hangup ─┴─► ended ◄── the caller leaves, in any phase
 *
 * What needs the network is asked for as a step and carried out by the shell around `next`, which goes on with what came of it: `route`
 * (where to?), `findDestination`, `openMeeting`, `invite`, `countAttendees` and `lookUp`. What an operator's service names is
 * tried next, and is never another look-up. A message is said in the action list of whatever follows it.
 *
 * `next` is pure: state comes from the event's TransactionAttributes, so that a repeated event gives the same
 * actions. It keeps these invariants, each of which a test names:
 *  1. every leg that was connected is hung up in the end;
 *  2. the caller never meets silence: after each failure comes the next attempt, or words and a hangup;
 *  3. never more than 10 actions, never a malformed response, whatever arrives;
 *  4. a repeated event gives the same actions, and its effects are idempotent;
 *  5. only numbers of the plan are dialled, and those that a look-up or a command named and the table allows;
 *     CallerIdNumber is always an owned number;
 *  6. JoinChimeMeeting never on a bridged call;
 *  7. on an unexpected exception the caller is still routed (the shell around `next` sees to it);
 *  8. a service is asked once for each look-up of the plan at most: what it names leads to no other;
 *  9. where a policy ends the call, nobody else is rung;
 * 10. whoever talks to several advisers goes on talking until the last one known to be there has gone.
 */
export function next(state: CallState, input: FlowInput, world: World): Step {
  const { event } = input;
  switch (input.kind) {
    case 'event':
      return afterEvent(state, event, world);
    case 'commanded':
      return afterCommanded(state, event, world, input.check);
    case 'routed':
      return afterRouted(state, event, world, input.route);
    case 'destinationFound':
      return afterDestinationFound(state, event, world, input.target);
    case 'meetingOpened':
      return afterMeetingOpened(state, event, input.words, input.meeting);
    case 'meetingFailed':
      return afterPreparedInVain(state, event, world, { words: input.words, outcome: 'unreachable' });
    case 'invited':
      return afterInvited(state, event, world, input.told);
    case 'attendeesCounted':
      return afterAttendeesCounted(state, event, world, input.others);
    case 'lookedUp':
      return afterLookedUp(state, event, world, input);
    case 'lookUpFailed':
      return afterPreparedInVain(state, event, world, input);
    default:
      return assertNever(input);
  }
}

function afterEvent(state: CallState, event: SmaEvent, world: World): Step {
  switch (event.InvocationEventType) {
    case 'NEW_INBOUND_CALL':
      return afterNewInboundCall();
    case 'NEW_OUTBOUND_CALL':
      return afterNewOutboundCall(event);
    case 'CALL_ANSWERED':
      return afterCallAnswered(state);
    case 'ACTION_SUCCESSFUL':
      return afterActionSuccessful(state, event, world);
    case 'ACTION_FAILED':
      return afterActionFailed(state, event, world);
    case 'DIGITS_RECEIVED':
      return state.phase === 'connected' ? afterKeys(state, event, world) : afterOtherEvent(state, event);
    case 'CALL_UPDATE_REQUESTED':
      // Without anybody's word that it is to be believed.
      return afterCommanded(state, event, world, { kind: 'refused', because: 'malformed' });
    case 'HANGUP':
      return afterHangup(state, event, world);
    case 'INVALID_LAMBDA_RESPONSE':
      return afterInvalidLambdaResponse(state, event, world);
    default:
      return afterOtherEvent(state, event);
  }
}
