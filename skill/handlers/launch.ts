import type { RequestHandler } from 'ask-sdk-core';
import type { Converse } from '../conversation/converse.ts';

/** "Open Example Bank": asks what the call is about. */
export function launchHandler(converse: Converse): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
    handle: (input) => converse(input, { kind: 'launch' }),
  };
}
