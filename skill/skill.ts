import { SkillBuilders, type Skill } from 'ask-sdk-core';
import { callHandler } from './handlers/call.ts';
import { fallbackHandler } from './handlers/fallback.ts';
import { helpHandler } from './handlers/help.ts';
import { launchHandler } from './handlers/launch.ts';
import { navigateHomeHandler } from './handlers/navigate-home.ts';
import { sessionEndedHandler } from './handlers/session-ended.ts';
import { stopHandler } from './handlers/stop.ts';
import { storeUnavailableHandler } from './handlers/store-unavailable.ts';
import { unexpectedErrorHandler } from './handlers/unexpected-error.ts';
import type { SkillServices } from './skill-services.ts';

/**
 * The skill over its services: `invoke(envelope)` answers one request of Alexa's.
 * It rejects, before any handler, when the request was meant for another skill.
 */
export function createSkill(services: SkillServices): Skill {
  return (
    SkillBuilders.custom()
      .addRequestHandlers(
        launchHandler,
        callHandler(services),
        helpHandler,
        stopHandler,
        fallbackHandler,
        navigateHomeHandler,
        sessionEndedHandler(services),
      )
      // From the particular to the general: the first that can handles.
      .addErrorHandlers(storeUnavailableHandler(services), unexpectedErrorHandler(services))
      .withSkillId(services.skillId)
      .withApiClient(services.apiClient)
      .create()
  );
}
