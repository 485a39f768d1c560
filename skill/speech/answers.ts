import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Ssml } from './ssml.ts';
import { wordsFor } from './words-by-locale.ts';
import type { Question, Words } from './words.ts';

/** The words for the locale of this request. Read from the request itself: error handlers cannot count on more. */
export function wordsOf({ requestEnvelope }: HandlerInput): Words {
  const { locale } = requestEnvelope.request as { locale?: string };
  return wordsFor(locale);
}

/** Says something and closes the session. */
export function sayAndClose({ responseBuilder }: HandlerInput, speech: Ssml): Response {
  return responseBuilder.speak(speech.ssml).withShouldEndSession(true).getResponse();
}

/** Says something and listens. */
export function sayAndListen({ responseBuilder }: HandlerInput, { speech, reprompt }: Question): Response {
  return responseBuilder.speak(speech.ssml).reprompt(reprompt.ssml).withShouldEndSession(false).getResponse();
}
