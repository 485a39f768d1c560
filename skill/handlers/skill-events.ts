import type { HandlerInput, RequestHandler } from 'ask-sdk-core';
import { forgetOwner } from '../calling/forget-owner.ts';
import type { SkillServices } from '../skill-services.ts';

const prefix = 'AlexaSkillEvent.';

export function isSkillEvent({ requestEnvelope }: HandlerInput): boolean {
  return requestEnvelope.request.type.startsWith(prefix);
}

/**
 * What Alexa tells outside of conversations: the customer has enabled or disabled the skill, or changed what it may (Alexa Skills Kit documentation, skill
 * events). Whoever leaves is forgotten. An event whose handling fails is delivered again.
 */
export function skillEventHandler(services: SkillServices): RequestHandler {
  return {
    canHandle: isSkillEvent,
    async handle({ requestEnvelope: { request, context }, responseBuilder }) {
      const event = request.type.slice(prefix.length);
      const userId: unknown = context?.System?.user?.userId;
      const isLeaving = event === 'SkillDisabled' && typeof userId === 'string' && userId !== '';
      const count = isLeaving ? await forgetOwner(userId, services) : undefined;
      services.logger.info('skill-event', { code: event, ...(count === undefined ? {} : { count }) });
      return responseBuilder.getResponse();
    },
  };
}
