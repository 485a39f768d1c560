import type { ErrorHandler } from 'ask-sdk-core';
import { hasCode } from '../../shared/errors.ts';
import type { SkillServices } from '../skill-services.ts';
import { sayAndListen, wordsOf } from '../speech/answers.ts';

/** The call context could not be written: no call was started, and the caller may try again at once. */
export function storeUnavailableHandler({ logger }: Pick<SkillServices, 'logger'>): ErrorHandler {
  return {
    canHandle: (_input, error) => hasCode(error, 'store-unavailable'),
    handle(input, error) {
      logger.error('call-context-not-written', error);
      return sayAndListen(input, wordsOf(input).cannotPrepareCall);
    },
  };
}
