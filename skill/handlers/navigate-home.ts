import type { RequestHandler } from 'ask-sdk-core';
import { isIntent } from './intents.ts';

/** Alexa takes the customer home by itself; the skill only has to let go, without a word. */
export const navigateHomeHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, 'AMAZON.NavigateHomeIntent'),
  handle: ({ responseBuilder }) => responseBuilder.withShouldEndSession(true).getResponse(),
};
