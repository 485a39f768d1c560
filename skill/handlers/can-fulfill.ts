import type { RequestHandler } from 'ask-sdk-core';

/**
 * Alexa asks whether the skill could do something for somebody who has not named it (Alexa Skills Kit documentation,
 * CanFulfillIntentRequest). Nothing is done, and nothing looked up.
 */
export const canFulfillHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'CanFulfillIntentRequest',
  handle({ requestEnvelope: { request }, responseBuilder }) {
    const { intent } = request as { intent?: { name?: string; slots?: Record<string, unknown> | null } | null };
    const isOurs = intent?.name === 'CallIntent' || intent?.name === 'CallBackIntent';
    const slots = Object.keys(intent?.slots ?? {}).map(
      (name) => [name, { canUnderstand: 'YES', canFulfill: 'YES' }] as const,
    );
    return responseBuilder
      .withCanFulfillIntent(
        isOurs
          ? { canFulfill: 'YES', ...(slots.length === 0 ? {} : { slots: Object.fromEntries(slots) }) }
          : { canFulfill: 'NO' },
      )
      .getResponse();
  },
};
