import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Ssml } from './ssml.ts';
import { wordsFor } from './words-by-locale.ts';
import type { SpokenNames, Words } from './words.ts';

/** BCP 47, as the request has it. */
export function localeOf({ requestEnvelope }: HandlerInput): string | undefined {
  const { locale }: { locale?: unknown } = requestEnvelope.request;
  return typeof locale === 'string' ? locale : undefined;
}

/** The words for the locale of this request. Read from the request itself: error handlers cannot count on more. */
export function wordsOf(input: HandlerInput, { names }: { readonly names: SpokenNames }): Words {
  return wordsFor(localeOf(input), names);
}

/** Says something and closes the session. */
export function sayAndClose({ responseBuilder }: HandlerInput, speech: Ssml): Response {
  return responseBuilder.speak(speech.ssml).withShouldEndSession(true).getResponse();
}
