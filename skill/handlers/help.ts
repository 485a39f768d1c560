import type { RequestHandler } from 'ask-sdk-core';
import { sayAndListen, wordsOf } from '../speech/answers.ts';
import { isIntent } from './intents.ts';

export const helpHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, 'AMAZON.HelpIntent'),
  handle: (input) => sayAndListen(input, wordsOf(input).help),
};
