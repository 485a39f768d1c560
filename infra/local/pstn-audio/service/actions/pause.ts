import { pauseSchema } from '../../../../../shared/contracts/sma-actions/pause.ts';
import { parameterProblem, successfulAction, type RunningAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { refusal } from '../prompts/prepared-action.ts';
import { passTime, startOnLeg } from '../prompts/start-on-leg.ts';
import { readParameters } from './parameters.ts';

/** Waits (Amazon Chime SDK developer guide, pause). It does not answer a call, as was seen of AWS. */
export function pause(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const reading = readParameters(pauseSchema.shape.Parameters, parameters);
  const leg = legOf(control, parameters);
  if (reading.kind === 'invalid' && !reading.wrong.includes('ParticipantTag'))
    // unexpected-action-fail
    return refusal(parameters, control, {
      errorType: 'InvalidActionParameter',
      errorMessage: 'The Duration parameter is invalid.',
    });
  if (reading.kind === 'invalid' || leg?.connected !== true)
    return refusal(parameters, control, parameterProblem('CallId'));

  return startOnLeg(leg, async (signal) => {
    await passTime(control.parts.timers, reading.value.DurationInMilliseconds, signal);
    return successfulAction({ ...reading.value, CallId: leg.description.callId });
  });
}
