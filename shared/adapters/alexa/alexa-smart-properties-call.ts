import {
  propertyCommunicationProviderId,
  type StartPropertySessionRequest,
} from '../../contracts/communication-session.ts';
import type { CallRequest, CallStarter, CallStartResult } from '../../ports/call-starter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccessTokens } from './lwa-access-tokens.ts';
import { roomProfiles, type Room } from './room-profiles.ts';
import { startSession, type SessionAccess } from './start-session.ts';

export interface AlexaSmartPropertiesOptions {
  /** Of the organisation that manages the property. */
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  /** All that a start takes, in milliseconds, more than 0. */
  readonly timeoutMs: number;
  /** What the property's SIP trunk takes to the SIP media application, such as an extension; that application's number by default. */
  readonly address?: string;
}

/** Calls from rooms of a property, for one organisation: kept while the function lives, for what it has looked up is used again. */
export interface AlexaSmartProperties {
  /** Looks up what a start needs, so that the start itself is one request. Never rejects; takes half of `timeoutMs` at most. */
  getReady(room: Room): Promise<void>;
  /** One is made for each request, for the token is that request's. Without a room it starts nothing. */
  starterFor(access: SessionAccess & { readonly unitId?: string | undefined }): CallStarter;
}

/**
 * Starts a call from a device that a business manages, in the dialect that Amazon's samples for such skills speak. Whether the context id
 * reaches the other end of the property's SIP trunk is documented nowhere.
 */
export function alexaSmartProperties(options: AlexaSmartPropertiesOptions): AlexaSmartProperties {
  const { tokens, clock, timeoutMs, address } = options;
  const profiles = roomProfiles({ tokens, clock });

  return {
    async getReady(room) {
      await profiles.of(room, AbortSignal.timeout(timeoutMs / 2));
    },

    starterFor: ({ apiEndpoint, apiAccessToken, unitId }) => ({
      ingress: 'alexa-smart-properties',
      async start(request): Promise<CallStartResult> {
        if (unitId === undefined) return { kind: 'notCapable' };
        const signal = AbortSignal.timeout(timeoutMs);
        const profile = await profiles.of({ apiEndpoint, unitId }, signal);
        if (profile.kind !== 'known') return profile;
        const session = sessionRequest(request, profile.profileId, address ?? request.to);
        const result = await startSession({ apiEndpoint, apiAccessToken }, session, signal);
        // It may have been the profile: a room that is set up anew has another.
        if (result.kind === 'refused' || result.kind === 'notAvailableHere') profiles.drop(unitId);
        return result;
      },
    }),
  };
}

function sessionRequest(
  { contextId, deviceId }: CallRequest,
  profileId: string,
  address: string,
): StartPropertySessionRequest {
  const communicationProviderId = propertyCommunicationProviderId;
  return {
    participants: [
      {
        id: { type: 'COMMUNICATION_PROFILE_ID', value: profileId },
        communicationProviderId,
        endpointId: deviceId,
        isOriginator: true,
      },
      { id: { type: 'RAW_ADDRESS', value: address }, communicationProviderId },
    ],
    clientContext: { clientSessionId: contextId },
  };
}
