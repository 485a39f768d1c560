import { SkillBuilders, type Skill } from 'ask-sdk-core';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { converseWith } from './conversation/converse.ts';
import { callHandler } from './handlers/call.ts';
import { canFulfillHandler } from './handlers/can-fulfill.ts';
import { launchHandler } from './handlers/launch.ts';
import { otherRequestHandler } from './handlers/other-request.ts';
import { replyHandlers } from './handlers/replies.ts';
import { sessionEndedHandler } from './handlers/session-ended.ts';
import { sessionResumedHandler } from './handlers/session-resumed.ts';
import { skillEventHandler } from './handlers/skill-events.ts';
import { unexpectedErrorHandler } from './handlers/unexpected-error.ts';
import type { SkillServices } from './skill-services.ts';
import { readRequest } from './trusted-request.ts';

/** Answers one request of Alexa's, whatever it is. Rejects for a skill event that could not be handled, so that it is delivered again. */
export type AnswerRequest = (received: unknown, context?: unknown) => Promise<ResponseEnvelope>;

const nothing: ResponseEnvelope = { version: '1.0', response: {} };

/** The skill over its services. What is not a request of Alexa's to this skill is answered with nothing, and does nothing. */
export function createSkill(services: SkillServices): AnswerRequest {
  const { skillId, clock, logger } = services;
  const skill = buildSkill(services);
  return async (received, context) => {
    const reading = readRequest(received, { skillId, now: clock.now() });
    if (reading.kind === 'refused') {
      logger.warn('request-refused', { code: reading.because });
      return nothing;
    }
    return skill.invoke(reading.envelope, context);
  };
}

function buildSkill(services: SkillServices): Skill {
  const converse = converseWith(services);
  return SkillBuilders.custom()
    .addRequestHandlers(
      launchHandler(converse),
      callHandler(converse),
      ...replyHandlers(converse),
      sessionResumedHandler(converse),
      canFulfillHandler,
      sessionEndedHandler(services),
      skillEventHandler(services),
      otherRequestHandler(services),
    )
    .addErrorHandlers(unexpectedErrorHandler(services))
    .withSkillId(services.skillId)
    .withApiClient(services.apiClient)
    .create();
}
