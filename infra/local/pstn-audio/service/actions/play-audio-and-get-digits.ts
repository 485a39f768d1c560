import { playAudioAndGetDigitsSchema } from '../../../../../shared/contracts/sma-actions/play-audio-and-get-digits.ts';
import { failedAction, successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { filledInDigitParameters, readDigitRules } from '../prompts/digit-rules.ts';
import { gatherDigits } from '../prompts/gather-digits.ts';
import { prepareAction, refusal } from '../prompts/prepared-action.ts';
import { invalidAudioSource, readPrompt } from '../prompts/read-prompt.ts';
import { startOnLeg, unlessAborted } from '../prompts/start-on-leg.ts';

/** Plays a WAV file and gathers digits (Amazon Chime SDK developer guide, play-audio-get-digits); answers the caller's leg if it still rings. */
export function playAudioAndGetDigits(
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): RunningAction {
  const prepared = prepareAction({
    schema: playAudioAndGetDigitsSchema.shape.Parameters,
    parameters,
    control,
    problemOf: (name) => (name.endsWith('AudioSource') ? invalidAudioSource : undefined),
  });
  if (prepared.kind === 'refused') return prepared.run;
  const { leg, audio, value } = prepared;
  const reading = readDigitRules(value);
  if (reading.kind === 'invalid') return refusal(parameters, control, reading.problem);

  const { rules } = reading;
  const filledIn = { ...value, ...filledInDigitParameters(value), CallId: leg.description.callId };
  const { buckets } = control.parts;
  return startOnLeg(leg, async (signal) => {
    const sources = [value.AudioSource, value.FailureAudioSource];
    const prompts = await unlessAborted(Promise.all(sources.map((source) => readPrompt(buckets, source))), signal);
    const samples: Int16Array[] = [];
    for (const prompt of prompts ?? []) {
      if (prompt.kind === 'unusable') return failedAction(filledIn, prompt.problem);
      samples.push(prompt.samples);
    }
    const [prompt, failurePrompt] = samples;
    if (prompt === undefined || failurePrompt === undefined) return successfulAction(filledIn, { ReceivedDigits: '' });
    return gatherDigits({ leg, audio, control, prompt, failurePrompt, rules, signal, parameters: filledIn });
  });
}
