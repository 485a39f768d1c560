import { hangupSchema } from '../../../../../shared/contracts/sma-actions/hangup.ts';
import { finishedAction, refusedParameter, successfulAction, type RunningAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { readParameters } from './parameters.ts';

/**
 * Ends a leg (Amazon Chime SDK developer guide, hangup). All parameters may be missing; the code may be text or a number and
 * comes back as a number, with the leg's CallId and tag, as was seen of AWS. A caller who has not been answered is told the
 * code; 0, a normal end, has no SIP code for that, and is told as 480.
 */
export function hangup(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const { SipResponseCode: given } = parameters;
  const code = typeof given === 'number' ? String(given) : given;
  const read = readParameters(hangupSchema.shape.Parameters, { ...parameters, SipResponseCode: code });
  if (read.kind === 'invalid') return refusedParameter(parameters, read.wrong[0] ?? '');
  const leg = legOf(control, read.value);
  if (leg === undefined) return refusedParameter(parameters, 'CallId');

  const sipResponseCode = Number(read.value.SipResponseCode ?? 0);
  leg.hangUp(sipResponseCode);
  const { callId, tag } = leg.description;
  return finishedAction(successfulAction({ SipResponseCode: sipResponseCode, CallId: callId, ParticipantTag: tag }));
}
