import type { RequestHandler } from 'ask-sdk-core';
import { sayAndListen, wordsOf } from '../speech/answers.ts';
import { isIntent } from './intents.ts';

/** Something was said that fits no intent. */
export const fallbackHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, 'AMAZON.FallbackIntent'),
  handle: (input) => sayAndListen(input, wordsOf(input).notUnderstood),
};
