import {
  chimeCommunicationProviderId,
  maximumClientSessionIdLength,
  propertyCommunicationProviderId,
} from '../../../../shared/contracts/communication-session.ts';
import { isFields, type Fields } from './json-body.ts';

/** Who calls by a number, and who by the profile of the room that a business manages. */
type SessionDialect = 'phoneNumber' | 'property';

export type SessionReading =
  | {
      readonly kind: 'valid';
      readonly dialect: SessionDialect;
      readonly originator: string;
      readonly recipient: string;
      readonly clientSessionId?: string;
    }
  /** In words that name the field, and do not repeat numbers or ids. */
  | { readonly kind: 'invalid'; readonly problem: string };

/** Reads the body of a StartCommunicationSession request that came with the token of this device. */
export function readSession(body: unknown, deviceId: string): SessionReading {
  if (!isFields(body)) return invalid('the body must be a JSON object');
  const { participants, clientContext } = body;
  if (!Array.isArray(participants) || participants.length !== 2)
    return invalid('participants must have exactly 2 members');
  const pair = participants.map((participant: unknown) => (isFields(participant) ? participant : {}));
  const dialect = dialectOf(pair);
  const problem =
    first(pair.map((participant, index) => problemWithId(participant, dialect, `participants.${index}.id`))) ??
    problemWithOriginators(pair) ??
    first(pair.map((participant, index) => problemWithRole(participant, dialect, deviceId, `participants.${index}`))) ??
    problemWithClientContext(clientContext);
  if (problem !== undefined) return invalid(problem);
  const clientSessionId = isFields(clientContext) ? clientContext['clientSessionId'] : undefined;
  return {
    kind: 'valid',
    dialect,
    originator: idOf(pair, true),
    recipient: idOf(pair, false),
    ...(typeof clientSessionId === 'string' ? { clientSessionId } : {}),
  };
}

/** Told by the originator; what is neither is taken for a number, and complained about as such. */
function dialectOf(pair: readonly Fields[]): SessionDialect {
  const isRoom = ({ isOriginator, id }: Fields): boolean =>
    isOriginator === true && isFields(id) && id['type'] === 'COMMUNICATION_PROFILE_ID';
  return pair.some(isRoom) ? 'property' : 'phoneNumber';
}

function idOf(pair: readonly Fields[], isOriginator: boolean): string {
  const id = pair.find((participant) => (participant['isOriginator'] === true) === isOriginator)?.['id'];
  return isFields(id) && typeof id['value'] === 'string' ? id['value'] : '';
}

function problemWithOriginators(pair: readonly Fields[]): string | undefined {
  return pair.filter(({ isOriginator }) => isOriginator === true).length === 1
    ? undefined
    : 'exactly one participant must have isOriginator true';
}

function problemWithId({ id, isOriginator }: Fields, dialect: SessionDialect, at: string): string | undefined {
  if (!isFields(id)) return `${at} must be an object with type and value`;
  const { type, value } = id;
  if (dialect === 'phoneNumber') {
    if (type !== 'PHONE_NUMBER') return `${at}.type must be PHONE_NUMBER`;
    return isText(value, 128) && /^\+[1-9]\d{1,14}$/.test(value) ? undefined : `${at}.value must be an E.164 number`;
  }
  const [expected, length] =
    isOriginator === true ? (['COMMUNICATION_PROFILE_ID', 256] as const) : (['RAW_ADDRESS', 128] as const);
  if (type !== expected) return `${at}.type must be ${expected}`;
  return isText(value, length) ? undefined : `${at}.value must be a text of 1 to ${length} characters`;
}

function problemWithRole(
  { isOriginator, endpointId, communicationProviderId }: Fields,
  dialect: SessionDialect,
  deviceId: string,
  at: string,
): string | undefined {
  if (isOriginator !== undefined && typeof isOriginator !== 'boolean')
    return `${at}.isOriginator must be true or false`;
  if (isOriginator === true) {
    if (!isText(endpointId, 512)) return `${at}.endpointId must be a text of 1 to 512 characters`;
    if (endpointId !== deviceId)
      return `${at}.endpointId must be the deviceId of the request that the access token came with`;
    if (dialect === 'phoneNumber') return undefined;
  }
  const provider = dialect === 'phoneNumber' ? chimeCommunicationProviderId : propertyCommunicationProviderId;
  return communicationProviderId === provider ? undefined : `${at}.communicationProviderId must be ${provider}`;
}

function problemWithClientContext(clientContext: unknown): string | undefined {
  if (clientContext === undefined) return undefined;
  const id = isFields(clientContext) ? clientContext['clientSessionId'] : undefined;
  return isText(id, maximumClientSessionIdLength)
    ? undefined
    : `clientContext.clientSessionId must be a text of 1 to ${maximumClientSessionIdLength} characters`;
}

function isText(value: unknown, maximumLength: number): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= maximumLength;
}

function invalid(problem: string): SessionReading {
  return { kind: 'invalid', problem };
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
