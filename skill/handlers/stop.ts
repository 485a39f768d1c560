import type { RequestHandler } from 'ask-sdk-core';
import { sayAndClose, wordsOf } from '../speech/answers.ts';
import { isIntent } from './intents.ts';

/** Stop and cancel mean the same here: a call that has started is the device's, and ended there. */
export const stopHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, 'AMAZON.StopIntent', 'AMAZON.CancelIntent'),
  handle: (input) => sayAndClose(input, wordsOf(input).goodbye),
};
