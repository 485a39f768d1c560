import type { HandlerInput } from 'ask-sdk-core';
import type { IntentRequest } from 'ask-sdk-model';

/** The intents of the interaction models. */
export const intentNames = [
  'CallIntent',
  'CallBackIntent',
  'NoAccountIntent',
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.NavigateHomeIntent',
] as const;
export type IntentName = (typeof intentNames)[number];

/** Whether the request is one of these intents. */
export function isIntent({ requestEnvelope: { request } }: HandlerInput, ...names: readonly IntentName[]): boolean {
  return intentOf(request)?.name !== undefined && names.some((name) => name === intentOf(request)?.name);
}

/** Read with care: what comes may be anything. */
export function intentOf(request: unknown): IntentRequest['intent'] | undefined {
  const { type, intent } = (request ?? {}) as Partial<IntentRequest>;
  return type === 'IntentRequest' && typeof intent === 'object' && intent !== null ? intent : undefined;
}
