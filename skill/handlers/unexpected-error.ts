import type { ErrorHandler } from 'ask-sdk-core';
import type { SkillServices } from '../skill-services.ts';
import { sayAndClose, wordsOf } from '../speech/answers.ts';
import { intentOf } from './intents.ts';
import { isSkillEvent } from './skill-events.ts';

/** A bug, or a request that nobody handles. Alexa would say something worse. To a skill event there is nobody to say anything: it fails, and comes again. */
export function unexpectedErrorHandler(services: Pick<SkillServices, 'logger' | 'names'>): ErrorHandler {
  return {
    canHandle: (input) => !isSkillEvent(input),
    handle(input, error) {
      services.logger.error('request-failed', error, { intent: intentOf(input.requestEnvelope.request)?.name });
      return sayAndClose(input, wordsOf(input, services).somethingWentWrong);
    },
  };
}
