import { speakSchema } from '../../../../../shared/contracts/sma-response.ts';
import { playOnce } from '../../media/play-once.ts';
import type { ActionResult, RunningAction } from '../action-result.ts';
import { refusedAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';

/** Says text on a leg (Amazon Chime SDK developer guide, speak); answers the caller's leg if it still rings. */
export function speak(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const read = speakSchema.shape.Parameters.safeParse(parameters);
  const leg = legOf(control, parameters);
  const length = typeof parameters['Text'] === 'string' ? parameters['Text'].length : 0;
  if (length === 0 || length > 1000) return missingText(parameters);
  if (!read.success || leg?.audio === undefined) return refusedAction(parameters, 'A Speak parameter is invalid.');

  const { audio } = leg;
  const { Text: text, TextType: textType = 'text', LanguageCode: languageCode } = read.data;
  const filledIn = { ...read.data, CallId: leg.description.callId };
  const aborted = Promise.withResolvers<ActionResult>();
  let stop = (): void => undefined;
  let isAborted = false;
  const run = async (): Promise<ActionResult> => {
    const words = await control.parts.speech.say(text, {
      textType,
      ...(languageCode === undefined ? {} : { languageCode }),
    });
    if (isAborted || !leg.connected) return { kind: 'successful', parameters: filledIn };
    if (leg === control.caller) control.caller.answer();
    const playing = playOnce(audio, words);
    stop = () => playing.stop();
    await playing.finished;
    return { kind: 'successful', parameters: filledIn };
  };
  return {
    done: Promise.race([run(), aborted.promise]),
    abort: () => {
      isAborted = true;
      stop();
      aborted.resolve({ kind: 'successful', parameters: filledIn });
    },
  };
}

/** No text, or more than 1,000 characters: a code of its own. */
function missingText(parameters: Readonly<Record<string, unknown>>): RunningAction {
  const result: ActionResult = {
    kind: 'failed',
    parameters,
    errorType: 'MissingRequiredActionParameter',
    errorMessage: 'Missing a required action parameter.',
  };
  return { done: Promise.resolve(result), abort: () => undefined };
}
