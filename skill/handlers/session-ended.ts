import type { RequestHandler } from 'ask-sdk-core';
import type { SkillServices } from '../skill-services.ts';

/** The session is over, and nothing may be said to it any more. When Alexa ended it for an error of ours, that is logged. */
export function sessionEndedHandler({ logger }: Pick<SkillServices, 'logger'>): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'SessionEndedRequest',
    handle({ requestEnvelope: { request }, responseBuilder }) {
      if (request.type === 'SessionEndedRequest' && request.reason === 'ERROR') {
        logger.warn('session-ended-by-error', { code: request.error?.type, locale: request.locale });
      }
      return responseBuilder.getResponse();
    },
  };
}
