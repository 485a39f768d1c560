import { joinChimeMeetingSchema } from '../../../../../shared/contracts/sma-response.ts';
import { refusedAction, type RunningAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { MeetingLeg } from '../legs/meeting-leg.ts';

/** The number that stands for a meeting among the participants, as public handlers rely on it. */
const meetingNumber = '+17035550122';

/** Takes the caller into a meeting, which becomes LEG-B (Amazon Chime SDK developer guide, join-chime-meeting). */
export function joinChimeMeeting(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const read = joinChimeMeetingSchema.shape.Parameters.safeParse(parameters);
  const { caller, parts } = control;
  if (!read.success) return refusedAction(parameters, 'JoinToken parameter value is invalid.');
  if (legOf(control, parameters) !== caller) return refusedAction(parameters, 'Only LEG-A can join a meeting.');
  if (control.legs.some((leg) => leg !== caller && leg.connected))
    return refusedAction(parameters, 'A bridged call cannot join a meeting.');

  const { JoinToken: joinToken, MeetingId: meetingId } = read.data;
  const seat = parts.meetings.join({ meetingId, joinToken, audio: caller.audio });
  if (seat === undefined) return refusedAction(parameters, 'JoinToken parameter value is invalid.');

  caller.answer();
  const startedAt = parts.clock.now();
  control.addLeg(
    new MeetingLeg(
      {
        callId: parts.ids.uuid(),
        tag: 'LEG-B',
        to: meetingNumber,
        from: caller.description.to,
        direction: 'Outbound',
        startedAt,
      },
      seat,
    ),
  );
  return {
    done: Promise.resolve({ kind: 'successful', parameters: { ...read.data, CallId: caller.description.callId } }),
    abort: () => undefined,
  };
}
