import type { RequestHandler } from 'ask-sdk-core';
import { readState } from '../conversation/session-attributes.ts';
import { forgetContext } from '../calling/forget-context.ts';
import type { SkillServices } from '../skill-services.ts';

/**
 * The session is over, and nothing may be said to it any more: what was written for a call that nobody said yes to is forgotten. When Alexa ended it for
 * an error of ours, that is logged.
 */
export function sessionEndedHandler(
  services: Pick<SkillServices, 'logger' | 'callContexts' | 'timers'>,
): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'SessionEndedRequest',
    async handle({ requestEnvelope: { request, session }, responseBuilder }) {
      if (request.type === 'SessionEndedRequest' && request.reason === 'ERROR') {
        services.logger.warn('session-ended-by-error', { code: request.error?.type, locale: request.locale });
      }
      const { contextId } = readState(session?.attributes);
      if (contextId !== undefined) await forgetContext(contextId, services);
      return responseBuilder.getResponse();
    },
  };
}
