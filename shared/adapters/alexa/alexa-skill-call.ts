import {
  chimeCommunicationProviderId,
  type StartCommunicationSessionRequest,
} from '../../contracts/communication-session.ts';
import type { CallRequest, CallStarter } from '../../ports/call-starter.ts';
import { startSession, type SessionAccess } from './start-session.ts';

export interface AlexaSkillCallOptions extends SessionAccess {
  /** From the request to the last byte of the answer, in milliseconds, more than 0. */
  readonly timeoutMs: number;
}

/**
 * Starts a skill call: the caller's own device calls the SIP media application's number
 * (Amazon Chime SDK developer guide, communication-session-reference). One is made for each request,
 * for the token is that request's.
 */
export function alexaSkillCall({ timeoutMs, ...access }: AlexaSkillCallOptions): CallStarter {
  return {
    ingress: 'alexa-skill-call',
    start: (request) => startSession(access, sessionRequest(request), AbortSignal.timeout(timeoutMs)),
  };
}

function sessionRequest({ contextId, from, to, deviceId }: CallRequest): StartCommunicationSessionRequest {
  return {
    participants: [
      { id: { type: 'PHONE_NUMBER', value: from }, endpointId: deviceId, isOriginator: true },
      {
        id: { type: 'PHONE_NUMBER', value: to },
        isOriginator: false,
        communicationProviderId: chimeCommunicationProviderId,
      },
    ],
    clientContext: { clientSessionId: contextId },
  };
}
