import type { RequestHandler } from 'ask-sdk-core';
import type { SkillServices } from '../skill-services.ts';

/** A request that the skill did not ask for: of an interface that it does not use, or one that Alexa may add. It is answered with nothing. */
export function otherRequestHandler({ logger }: Pick<SkillServices, 'logger'>): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type !== 'IntentRequest',
    handle({ requestEnvelope: { request }, responseBuilder }) {
      logger.warn('request-passed-over', { code: request.type });
      return responseBuilder.getResponse();
    },
  };
}
