import { voiceFocusSchema } from '../../../../../shared/contracts/sma-actions/voice-focus.ts';
import { finishedAction, successfulAction, type ActionProblem, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { prepareAction, refusal } from '../prompts/prepared-action.ts';

/** In the words of the page. */
const missing: ActionProblem = {
  errorType: 'MissingRequiredActionParameter',
  errorMessage: 'Missing required action parameter.',
};
const throttled: ActionProblem = {
  errorType: 'ActionExecutionThrottled',
  errorMessage: 'Failed to execute action. The maximum number of actions per second has been reached.',
};

/**
 * Turns noise suppression on or off for a leg (Amazon Chime SDK developer guide, voice-focus). It answers as AWS does and leaves the
 * audio as it is: there is no noise on one machine.
 */
export function voiceFocus(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const prepared = prepareAction({
    schema: voiceFocusSchema.shape.Parameters,
    parameters,
    control,
    problemOf: (_name, whatIsWrong) => (whatIsWrong === 'missing' ? missing : undefined),
  });
  if (prepared.kind === 'refused') return prepared.run;
  if (!control.parts.limits.voiceFocus.take()) return refusal(parameters, control, throttled);
  return finishedAction(successfulAction({ ...prepared.value, CallId: prepared.leg.description.callId }));
}
