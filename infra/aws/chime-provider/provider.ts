import type { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import type { Timers } from '../../../shared/ports/timers.ts';
import { phoneNumberResource } from './phone-number.ts';
import { resourceTypes, type ResourceType } from './provider-actions.ts';
import { providerEvent, type IsCompleteAnswer, type OnEventAnswer, type ProviderEvent } from './provider-event.ts';
import { resourceRequests, type ResourceRequests } from './resource-requests.ts';
import { wordsOf } from './service-error.ts';
import { sipMediaApplicationResource } from './sip-media-application.ts';
import { sipRuleResource } from './sip-rule.ts';
import { voiceConnectorLoggingResource } from './voice-connector-logging.ts';
import { voiceConnectorResource } from './voice-connector.ts';

/** The two handlers of the CDK's provider framework. */
export interface ChimeProvider {
  /** @throws Error whose message CloudFormation shows: which type of resource, what is wrong, what to do. */
  readonly onEvent: (event: unknown) => Promise<OnEventAnswer>;
  /** @throws Error as `onEvent` does. */
  readonly isComplete: (event: unknown) => Promise<IsCompleteAnswer>;
}

/** Chime objects as custom resources. Nothing of an event is ever logged. */
export function chimeProvider(client: ChimeSDKVoiceClient, timers: Timers): ChimeProvider {
  const requests: Readonly<Record<ResourceType, ResourceRequests>> = {
    'Custom::ChimePhoneNumber': resourceRequests(phoneNumberResource(client), timers),
    'Custom::SipMediaApplication': resourceRequests(sipMediaApplicationResource(client), timers),
    'Custom::VoiceConnector': resourceRequests(voiceConnectorResource(client), timers),
    'Custom::VoiceConnectorLogging': resourceRequests(voiceConnectorLoggingResource(client), timers),
    'Custom::SipRule': resourceRequests(sipRuleResource(client), timers),
  };
  return {
    onEvent: async (event) => explained(event, async (read) => requests[read.ResourceType].onEvent(read)),
    isComplete: async (event) => explained(event, async (read) => requests[read.ResourceType].isComplete(read)),
  };
}

async function explained<Answer>(given: unknown, go: (event: ProviderEvent) => Promise<Answer>): Promise<Answer> {
  const { success, data: event, error } = providerEvent.safeParse(given);
  if (!success) {
    const places = error.issues.map(({ path }) => path.join('.'));
    throw new Error(`not a request for ${resourceTypes.join(', ')}; wrong: ${places.join(', ')}`);
  }
  try {
    return await go(event);
  } catch (cause) {
    throw new Error(`${event.RequestType} ${event.ResourceType}: ${wordsOf(cause)}`, { cause });
  }
}
