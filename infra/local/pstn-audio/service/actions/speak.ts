import { speakSchema } from '../../../../../shared/contracts/sma-response.ts';
import { successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { playPrompt } from '../prompts/play-prompt.ts';
import { prepareAction, refusal } from '../prompts/prepared-action.ts';
import { say, speechProblem, speechThrottled, textProblem } from '../prompts/speech-request.ts';
import { answerIfCaller, startOnLeg, unlessAborted } from '../prompts/start-on-leg.ts';

/** Says text on a leg (Amazon Chime SDK developer guide, speak); answers the caller's leg if it still rings. */
export function speak(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const missing = textProblem(parameters);
  if (missing !== undefined) return refusal(parameters, control, missing);
  const prepared = prepareAction({ schema: speakSchema.shape.Parameters, parameters, control });
  if (prepared.kind === 'refused') return prepared.run;

  const { leg, audio, value } = prepared;
  const { speech, limits } = control.parts;
  const problem = speechProblem(value);
  if (problem !== undefined) return refusal(parameters, control, problem);
  if (!limits.speak.take()) return refusal(parameters, control, speechThrottled);

  return startOnLeg(leg, async (signal) => {
    const words = await unlessAborted(say(speech, value), signal);
    if (words !== undefined) {
      answerIfCaller(leg, control);
      await playPrompt(audio, words, { signal });
    }
    return successfulAction({ ...value, CallId: leg.description.callId });
  });
}
