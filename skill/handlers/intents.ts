import type { HandlerInput } from 'ask-sdk-core';

/** The intents of the interaction model, one handler each. */
export const intentNames = [
  'CallIntent',
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.NavigateHomeIntent',
] as const;
export type IntentName = (typeof intentNames)[number];

/** Whether the request is one of these intents. */
export function isIntent({ requestEnvelope: { request } }: HandlerInput, ...names: readonly IntentName[]): boolean {
  return request.type === 'IntentRequest' && names.some((name) => name === request.intent.name);
}
