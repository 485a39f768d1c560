import type { RequestHandler } from 'ask-sdk-core';
import { consents } from '../conversation/conversation-state.ts';
import type { Converse } from '../conversation/converse.ts';

/**
 * Alexa has asked the customer whether the skill may, and comes back with what they said (Alexa Skills Kit documentation, voice-forward consent). The token
 * is the one that the question was asked with.
 */
export function sessionResumedHandler(converse: Converse): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'SessionResumedRequest',
    handle(input) {
      const { cause } = input.requestEnvelope.request as {
        cause?: { token?: unknown; result?: { status?: unknown } | null } | null;
      };
      const consent = consents.find((known) => known === cause?.token);
      if (consent === undefined) return converse(input, { kind: 'repeat' });
      // Anything else, be it no answer at all, is no consent.
      return converse(input, { kind: 'consent', consent, isGiven: cause?.result?.status === 'ACCEPTED' });
    },
  };
}
