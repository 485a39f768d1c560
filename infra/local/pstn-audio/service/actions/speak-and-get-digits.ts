import { speakAndGetDigitsSchema } from '../../../../../shared/contracts/sma-actions/speak-and-get-digits.ts';
import { successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { filledInDigitParameters, readDigitRules } from '../prompts/digit-rules.ts';
import { gatherDigits } from '../prompts/gather-digits.ts';
import { prepareAction, refusal } from '../prompts/prepared-action.ts';
import { say, speechProblem, speechThrottled, textProblem } from '../prompts/speech-request.ts';
import { startOnLeg, unlessAborted } from '../prompts/start-on-leg.ts';

/** Says text and gathers digits (Amazon Chime SDK developer guide, speak-and-get-digits); answers the caller's leg if it still rings. */
export function speakAndGetDigits(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const missing = textProblem(parameters['SpeechParameters']) ?? textProblem(parameters['FailureSpeechParameters']);
  if (missing !== undefined) return refusal(parameters, control, missing);
  const prepared = prepareAction({ schema: speakAndGetDigitsSchema.shape.Parameters, parameters, control });
  if (prepared.kind === 'refused') return prepared.run;

  const { leg, audio, value } = prepared;
  const { speech, limits } = control.parts;
  const main = value.SpeechParameters;
  const failure = { ...main, ...value.FailureSpeechParameters };
  const reading = readDigitRules(value);
  if (reading.kind === 'invalid') return refusal(parameters, control, reading.problem);
  const problem = speechProblem(main) ?? speechProblem(failure);
  if (problem !== undefined) return refusal(parameters, control, problem);
  if (!limits.speak.take()) return refusal(parameters, control, speechThrottled);

  const { rules } = reading;
  const filledIn = { ...value, ...filledInDigitParameters(value), CallId: leg.description.callId };
  return startOnLeg(leg, async (signal) => {
    const words = await unlessAborted(Promise.all([say(speech, main), say(speech, failure)]), signal);
    if (words === undefined) return successfulAction(filledIn, { ReceivedDigits: '' });
    const [prompt, failurePrompt] = words;
    return gatherDigits({ leg, audio, control, prompt, failurePrompt, rules, signal, parameters: filledIn });
  });
}
