import { playAudioSchema } from '../../../../../shared/contracts/sma-actions/play-audio.ts';
import { failedAction, successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { playPrompt } from '../prompts/play-prompt.ts';
import { prepareAction } from '../prompts/prepared-action.ts';
import { invalidAudioSource, readPrompt } from '../prompts/read-prompt.ts';
import { answerIfCaller, startOnLeg, unlessAborted } from '../prompts/start-on-leg.ts';

/**
 * Plays a WAV file on a leg (Amazon Chime SDK developer guide, play-audio); answers the caller's leg if it still rings. A key of
 * PlaybackTerminators ends it, whatever is left to repeat.
 */
export function playAudio(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const prepared = prepareAction({
    schema: playAudioSchema.shape.Parameters,
    parameters,
    control,
    problemOf: (name) => (name === 'AudioSource' ? invalidAudioSource : undefined),
  });
  if (prepared.kind === 'refused') return prepared.run;

  const { leg, audio, value } = prepared;
  const { Repeat: times = 1, PlaybackTerminators: terminators = [] } = value;
  const filledIn = { ...value, Repeat: times, CallId: leg.description.callId };
  return startOnLeg(leg, async (signal) => {
    const prompt = await unlessAborted(readPrompt(control.parts.buckets, value.AudioSource), signal);
    if (prompt === undefined) return successfulAction(filledIn);
    if (prompt.kind === 'unusable') return failedAction(filledIn, prompt.problem);

    answerIfCaller(leg, control);
    const terminated = new AbortController();
    const stopListening = audio.listen({
      frame: () => undefined,
      digit: (digit) => {
        if (terminators.includes(digit)) terminated.abort();
      },
    });
    await playPrompt(audio, prompt.samples, { times, signal: AbortSignal.any([signal, terminated.signal]) });
    stopListening();
    return successfulAction(filledIn);
  });
}
