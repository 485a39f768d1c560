import type { RequestHandler } from 'ask-sdk-core';
import { sayAndListen, wordsOf } from '../speech/answers.ts';

/** "Open Example Bank": asks what the call is about. */
export const launchHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
  handle: (input) => sayAndListen(input, wordsOf(input).welcome),
};
