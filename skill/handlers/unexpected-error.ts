import type { ErrorHandler } from 'ask-sdk-core';
import type { SkillServices } from '../skill-services.ts';
import { sayAndClose, wordsOf } from '../speech/answers.ts';

/** A bug, or a request that nobody handles. Alexa would say something worse. */
export function unexpectedErrorHandler({ logger }: Pick<SkillServices, 'logger'>): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      const { request } = input.requestEnvelope;
      logger.error('request-failed', error, {
        intent: request.type === 'IntentRequest' ? request.intent.name : undefined,
      });
      return sayAndClose(input, wordsOf(input).somethingWentWrong);
    },
  };
}
