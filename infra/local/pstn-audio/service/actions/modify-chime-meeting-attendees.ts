import { modifyChimeMeetingAttendeesSchema } from '../../../../../shared/contracts/sma-actions/modify-chime-meeting-attendees.ts';
import {
  failedAction,
  finishedAction,
  refusedAction,
  successfulAction,
  wrongLeg,
  type RunningAction,
} from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { MeetingLeg } from '../legs/meeting-leg.ts';
import { readParameters } from './parameters.ts';

/** What is wrong with a parameter, in AWS's words and order (mute-unmute). */
const wrongMeeting = 'Meeting ID parameter value is invalid.';
const problems = [
  ['Operation', 'The ModifyChimeMeetingAttendees Operation parameter value is invalid'],
  ['MeetingId', wrongMeeting],
  ['AttendeeList', 'Attendee List parameter value is invalid.'],
] as const;

/**
 * Mutes attendees of the meeting that the call has joined, or lets them be heard again (Amazon Chime SDK developer guide,
 * mute-unmute). ErrorList names the attendees who are not in the meeting; the page only shows that there is such a list.
 */
export function modifyChimeMeetingAttendees(
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): RunningAction {
  const read = readParameters(modifyChimeMeetingAttendeesSchema.shape.Parameters, parameters);
  if (read.kind === 'invalid') {
    const names = [...read.missing, ...read.wrong];
    const problem = problems.find(([name]) => names.includes(name));
    return refusedAction(parameters, problem?.[1] ?? wrongLeg);
  }
  if (legOf(control, read.value) === undefined) return refusedAction(read.value, wrongLeg);
  const others = control.legs.filter((leg) => leg !== control.caller && leg.connected);
  const meeting = others.find((leg) => leg instanceof MeetingLeg);
  if (others.length === 0) return refusedAction(read.value, 'Invalid action on the call.');
  if (meeting === undefined) return refusedAction(read.value, 'Call is not connected to Chime Meeting.');

  const { AttendeeList: attendees, MeetingId: meetingId, Operation: operation } = read.value;
  if (meetingId !== meeting.meetingId) return refusedAction(read.value, wrongMeeting);
  const filledIn = { ...read.value, CallId: read.value.CallId ?? meeting.description.callId };
  const strangers = control.parts.meetings.setMuted(meetingId, attendees, operation === 'Mute');
  if (strangers.length === 0) return finishedAction(successfulAction(filledIn));
  const problem = {
    errorType: 'InvalidActionParameter',
    errorMessage: 'One or more attendees are not part of this meeting. All attendees must be part of this meeting.',
  } as const;
  return finishedAction(failedAction(filledIn, problem, { ErrorList: strangers }));
}
