import {
  communicationSessionPath,
  type communicationErrorCodes,
} from '../../../../shared/contracts/communication-session.ts';
import { encodeUserToUser } from '../../../../shared/contracts/user-to-user.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { DeviceCall } from '../service/device-call.ts';
import type { AlexaAccount } from './account.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';
import { isJson, parseJson } from './json-body.ts';
import { readSession, type SessionReading } from './read-session.ts';
import type { Room, SmartProperty } from './smart-properties/smart-property.ts';

type ErrorCode = (typeof communicationErrorCodes)[number];

interface Services {
  readonly account: AlexaAccount;
  /** The skill's Login with Amazon client id. */
  readonly clientId: string;
  /** The business whose device it is, if it is one's. */
  readonly smartProperty?: SmartProperty;
  readonly placeCall: (call: DeviceCall) => void;
  readonly ids: Pick<Ids, 'uuid'>;
}

type Session = Extract<SessionReading, { kind: 'valid' }>;

/** From whom to whom, and how. */
type Route = Pick<DeviceCall, 'from' | 'to' | 'userToUser' | 'alexaClientId' | 'via'>;

/**
 * StartCommunicationSession: by phone number (Amazon Chime SDK developer guide, communication-session-reference), or by the
 * profile of a room that a business manages (as Amazon's hospitality sample calls it; its errors are taken to be the same).
 * The call itself begins after the answer.
 */
export function communicationSessionEndpoint(services: Services): Endpoint {
  const { account, placeCall, ids } = services;
  return {
    name: 'session',
    failure,
    owns: (path) => path === communicationSessionPath,
    answer({ method, contentType, body, grant }) {
      // The guide: the endpoints of Europe and the Far East answer 404. It shows no body, and there is none here.
      if (account.region !== 'NA' || method !== 'POST') return { status: 404 };
      if (grant === undefined) return failure(401);
      if (!grant.allows('calling')) return failure(403);

      if (!isJson(contentType)) return invalidInput('Content-type must be application/json');
      const session = readSession(parseJson(body), grant.deviceId);
      if (session.kind === 'invalid') return invalidInput(session.problem);

      const route = session.dialect === 'property' ? roomRoute(session, services) : numberRoute(session, services);
      if ('status' in route) return route;
      const sessionId = ids.uuid();
      placeCall({ ...route, deviceId: grant.deviceId, sessionId });
      return { status: 200, body: { sessionId } };
    },
  };
}

function numberRoute({ originator, recipient, clientSessionId }: Session, { clientId }: Services): Route {
  return {
    from: originator,
    to: recipient,
    ...(clientSessionId === undefined ? {} : { userToUser: encodeUserToUser(clientSessionId) }),
    alexaClientId: clientId,
  };
}

function roomRoute(
  { originator, recipient, clientSessionId }: Session,
  { account, smartProperty }: Services,
): Route | ApiAnswer {
  const room = smartProperty === undefined ? undefined : roomOf(account, smartProperty);
  // Skills may do this on devices of businesses that Amazon has let in, and there only.
  if (smartProperty === undefined || room === undefined) return failure(403);
  if (originator !== room.profileId)
    return invalidInput('the originator must be the communication profile of the room where the device is');
  return {
    from: room.extension,
    to: recipient,
    ...(clientSessionId !== undefined && smartProperty.sendsUserToUser === true
      ? { userToUser: encodeUserToUser(clientSessionId) }
      : {}),
    alexaClientId: '',
    via: { kind: 'trunk', host: smartProperty.trunkHost },
  };
}

function roomOf({ unit }: AlexaAccount, { rooms }: SmartProperty): Room | undefined {
  return rooms.find(({ persistentUnitId }) => persistentUnitId === unit?.persistentUnitId);
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
