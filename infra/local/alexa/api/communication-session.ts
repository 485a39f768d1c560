import {
  communicationSessionPath,
  startCommunicationSessionRequestSchema,
  type communicationErrorCodes,
} from '../../../../shared/contracts/communication-session.ts';
import { encodeUserToUser } from '../../../../shared/contracts/user-to-user.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { AlexaAccount } from './account.ts';
import type { DeviceCall } from '../service/device-call.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';
import { problemWithSession } from './session-problem.ts';

type ErrorCode = (typeof communicationErrorCodes)[number];

interface Services {
  readonly account: AlexaAccount;
  /** The skill's Login with Amazon client id. */
  readonly clientId: string;
  readonly placeCall: (call: DeviceCall) => void;
  readonly ids: Pick<Ids, 'uuid'>;
}

/** StartCommunicationSession (Amazon Chime SDK developer guide, communication-session-reference). The call itself begins after the answer. */
export function communicationSessionEndpoint({ account, clientId, placeCall, ids }: Services): Endpoint {
  return {
    name: 'session',
    failure,
    owns: (path) => path === communicationSessionPath,
    answer({ method, contentType, body, grant }) {
      // The guide: the endpoints of Europe and the Far East answer 404. It shows no body, and there is none here.
      if (account.region !== 'NA' || method !== 'POST') return { status: 404 };
      if (grant === undefined) return failure(401);
      if (!grant.allows('calling')) return failure(403);

      if (!/^application\/json\s*(?:;|$)/i.test(contentType ?? ''))
        return invalidInput('Content-type must be application/json');
      const json = parseJson(body);
      const problem = problemWithSession(json, grant.deviceId);
      if (problem !== undefined) return invalidInput(problem);
      const parsed = startCommunicationSessionRequestSchema.safeParse(json);
      if (!parsed.success)
        return invalidInput(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));

      const { participants, clientContext } = parsed.data;
      const numberOf = (isOriginator: boolean): string =>
        participants.find((participant) => (participant.isOriginator ?? false) === isOriginator)?.id.value ?? '';
      const sessionId = ids.uuid();
      placeCall({
        from: numberOf(true),
        to: numberOf(false),
        ...(clientContext === undefined ? {} : { userToUser: encodeUserToUser(clientContext.clientSessionId) }),
        alexaClientId: clientId,
        deviceId: grant.deviceId,
        sessionId,
      });
      return { status: 200, body: { sessionId } };
    },
  };
}

function invalidInput(message: string): ApiAnswer {
  return error(400, 'InvalidInput', message);
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 400:
      return invalidInput('The request is not valid');
    case 401:
      return error(status, 'BadToken', 'The access token is missing, unknown or expired');
    case 403:
      return error(status, 'AccessDenied', 'The customer has not allowed this skill to place calls');
    case 404:
      return { status };
    case 429:
      return error(status, 'Throttling', 'Too many requests');
    default:
      return error(status, 'InternalServerError', 'The session could not be started');
  }
}

function error(status: number, code: ErrorCode, message: string): ApiAnswer {
  return { status, body: { code, message } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
