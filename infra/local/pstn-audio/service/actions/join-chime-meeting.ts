import { joinChimeMeetingSchema } from '../../../../../shared/contracts/sma-actions/join-chime-meeting.ts';
import {
  finishedAction,
  refusedAction,
  refusedParameter,
  successfulAction,
  type RunningAction,
} from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { MeetingLeg } from '../legs/meeting-leg.ts';
import { meetingNumber } from '../meeting-number.ts';
import { readParameters } from './parameters.ts';

/**
 * Takes the caller into a meeting, which becomes LEG-B (Amazon Chime SDK developer guide, join-chime-meeting). The page shows
 * a second form of failure, a single `Error`, that was never seen; errors here have a type and a message like all others.
 */
export function joinChimeMeeting(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const { caller, parts } = control;
  const { callId, direction, from, to } = caller.description;
  const read = readParameters(joinChimeMeetingSchema.shape.Parameters, parameters);
  const given = { ...(read.kind === 'read' ? read.value : parameters), CallId: callId };
  if (read.kind === 'invalid') return refusedParameter(given, 'JoinToken');
  if (legOf(control, read.value) !== caller) return refusedParameter(read.value, 'CallId');
  if (control.legs.some((leg) => leg !== caller && leg.connected))
    return refusedAction(given, 'Invalid action on the call.');

  const { JoinToken: joinToken, MeetingId: meetingId } = read.value;
  const seat = parts.meetings.join({ meetingId, joinToken, audio: caller.audio });
  if (seat === undefined) return refusedParameter(given, 'JoinToken');

  caller.answer();
  control.addLeg(
    new MeetingLeg(
      {
        callId: parts.ids.uuid(),
        tag: 'LEG-B',
        to: meetingNumber,
        // The application's own number, whichever way the call went.
        from: direction === 'Inbound' ? to : from,
        direction: 'Outbound',
        startedAt: parts.clock.now(),
      },
      seat,
    ),
  );
  return finishedAction(successfulAction(given));
}
