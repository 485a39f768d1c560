import { refusedAction, type RunningAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';

const allowedCodes = [0, 480, 486];

/** Ends a leg (Amazon Chime SDK developer guide, hangup). The code may be text, and comes back as a number. */
export function hangup(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const leg = legOf(control, parameters);
  const code = Number(parameters['SipResponseCode'] ?? 0);
  if (leg === undefined || !allowedCodes.includes(code))
    return refusedAction(parameters, 'Invalid hangup parameters: the leg or SipResponseCode is unknown.');
  leg.hangUp(code);
  const { callId, tag } = leg.description;
  return {
    done: Promise.resolve({
      kind: 'successful',
      parameters: { SipResponseCode: code, CallId: callId, ParticipantTag: tag },
    }),
    abort: () => undefined,
  };
}
