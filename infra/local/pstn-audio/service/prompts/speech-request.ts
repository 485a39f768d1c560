import { pollySsmlProblem } from '../../media/speech/polly-ssml.ts';
import { pollyLanguages, pollyVoices } from '../../media/speech/polly-voices.ts';
import type { SpeechSynthesizer } from '../../media/speech/speech-synthesizer.ts';
import type { ActionProblem } from '../action-result.ts';

/** Parameters of Speak, or SpeechParameters of SpeakAndGetDigits, as they were read. */
export interface SpeechParameters {
  readonly Text: string;
  readonly Engine?: 'standard' | 'neural' | undefined;
  readonly LanguageCode?: string | undefined;
  readonly TextType?: 'text' | 'ssml' | undefined;
  readonly VoiceId?: string | undefined;
}

/** In the words of the page speak. */
export const missingParameter: ActionProblem = {
  errorType: 'MissingRequiredActionParameter',
  errorMessage: 'Missing a required action parameter.',
};

const maximumTextLength = 1000;

/** Whether there is a Text, and not too much of it; `given` is as the function wrote it (speak; unexpected-action-fail). */
export function textProblem(given: unknown): ActionProblem | undefined {
  const text = typeof given === 'object' && given !== null && 'Text' in given ? given.Text : undefined;
  if (typeof text !== 'string' || text === '') return missingParameter;
  return text.length > maximumTextLength
    ? { ...missingParameter, errorMessage: 'Text is limited to 1,000 characters' }
    : undefined;
}

/** What Amazon Polly would refuse. Its page gives no words for it: these are ours. A language that is not the voice's own is let through. */
export function speechProblem({
  Text: text,
  Engine: engine = 'standard',
  LanguageCode: language,
  TextType: textType = 'text',
  VoiceId: voiceId = 'Joanna',
}: SpeechParameters): ActionProblem | undefined {
  const voice = pollyVoices.get(voiceId);
  if (voice === undefined)
    return invalid('VoiceId is not a voice of Amazon Polly that speaks with the standard or neural engine.');
  if (!voice.engines.includes(engine)) return invalid(`The voice does not support the ${engine} engine.`);
  if (language !== undefined && !pollyLanguages.has(language))
    return invalid('LanguageCode is not a language of Amazon Polly.');
  const problem = textType === 'ssml' ? pollySsmlProblem(text, engine) : undefined;
  return problem === undefined ? undefined : invalid(`Invalid SSML request: ${problem}.`);
}

/** Speaks; the language is that of the voice when none is named. */
export function say(
  speech: SpeechSynthesizer,
  {
    Text: text,
    LanguageCode: languageCode,
    TextType: textType = 'text',
    VoiceId: voiceId = 'Joanna',
  }: SpeechParameters,
): Promise<Int16Array> {
  const language = languageCode ?? pollyVoices.get(voiceId)?.language;
  return speech.say(text, { textType, ...(language === undefined ? {} : { languageCode: language }) });
}

/** In the words of the page speak. */
export const speechThrottled: ActionProblem = {
  errorType: 'ActionExecutionThrottled',
  errorMessage: 'Amazon Polly is throttling the request to synthesize speech.',
};

function invalid(errorMessage: string): ActionProblem {
  return { errorType: 'InvalidActionParameter', errorMessage };
}
