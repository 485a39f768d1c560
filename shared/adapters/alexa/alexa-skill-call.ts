import {
  chimeCommunicationProviderId,
  communicationErrorSchema,
  communicationSessionPath,
  type StartCommunicationSessionRequest,
} from '../../contracts/communication-session.ts';
import type { CallRequest, CallStarter, CallStartResult } from '../../ports/call-starter.ts';

export interface AlexaSkillCallOptions {
  /** context.System.apiEndpoint of the request that is being answered: an origin, without a path. */
  readonly apiEndpoint: string;
  /** context.System.apiAccessToken of the same request. */
  readonly apiAccessToken: string;
  /** From the request to the last byte of the answer, in milliseconds, more than 0. */
  readonly timeoutMs: number;
}

/**
 * Starts a skill call: the caller's own device calls the SIP media application's number
 * (Amazon Chime SDK developer guide, communication-session-reference). One is made for each request,
 * for the token is that request's.
 */
export function alexaSkillCall({ apiEndpoint, apiAccessToken, timeoutMs }: AlexaSkillCallOptions): CallStarter {
  return {
    async start(request) {
      try {
        const response = await fetch(`${apiEndpoint}${communicationSessionPath}`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${apiAccessToken}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(sessionRequest(request)),
          // The bearer token must not follow a redirect to another host.
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        // Read whatever the status, so that the connection can be used again.
        return callStartResult(response.status, await response.text());
      } catch {
        // No connection, no answer in time, or a redirect: fetch tells them apart by message only.
        return { kind: 'unavailable' };
      }
    },
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

function callStartResult(status: number, body: string): CallStartResult {
  if (status >= 200 && status < 300) return { kind: 'started' };
  if (status === 401 || status === 403) return { kind: 'permissionMissing' };
  // The guide's list of errors has no 404; it is how the endpoints outside North America answer.
  if (status === 404) return { kind: 'notAvailableHere' };
  if (status === 429) return { kind: 'busy' };
  if (status >= 400 && status < 500) return { kind: 'refused', code: errorCode(body) ?? `Http${status}` };
  return { kind: 'unavailable' };
}

/** The code of an error's body, when there is one: proxies answer in other shapes. */
function errorCode(body: string): string | undefined {
  try {
    return communicationErrorSchema.pick({ code: true }).safeParse(JSON.parse(body)).data?.code;
  } catch {
    return undefined;
  }
}
