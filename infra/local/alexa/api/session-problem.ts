import {
  chimeCommunicationProviderId,
  maximumClientSessionIdLength,
} from '../../../../shared/contracts/communication-session.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the body of a StartCommunicationSession request, in words that name the field; undefined when nothing is.
 * Numbers and ids are not repeated in the words.
 */
export function problemWithSession(body: unknown, deviceId: string): string | undefined {
  if (!isFields(body)) return 'the body must be a JSON object';
  const { participants, clientContext } = body;
  if (!Array.isArray(participants) || participants.length !== 2) return 'participants must have exactly 2 members';
  const pair = participants.map((participant: unknown) => (isFields(participant) ? participant : {}));
  return (
    first(pair.map((participant, index) => problemWithNumber(participant, `participants.${index}`))) ??
    problemWithOriginator(pair, deviceId) ??
    problemWithClientContext(clientContext)
  );
}

function problemWithNumber({ id, isOriginator }: Fields, at: string): string | undefined {
  if (!isFields(id)) return `${at}.id must be an object with type and value`;
  if (id['type'] !== 'PHONE_NUMBER') return `${at}.id.type must be PHONE_NUMBER`;
  if (typeof id['value'] !== 'string' || !/^\+[1-9]\d{1,14}$/.test(id['value']))
    return `${at}.id.value must be an E.164 number`;
  return isOriginator === undefined || typeof isOriginator === 'boolean'
    ? undefined
    : `${at}.isOriginator must be true or false`;
}

function problemWithOriginator(pair: readonly Fields[], deviceId: string): string | undefined {
  const originator = pair.findIndex(({ isOriginator }) => isOriginator === true);
  if (pair.filter(({ isOriginator }) => isOriginator === true).length !== 1)
    return 'exactly one participant must have isOriginator true';
  const at = `participants.${originator}`;
  const endpointId = pair[originator]?.['endpointId'];
  if (typeof endpointId !== 'string' || endpointId.length < 1 || endpointId.length > 512)
    return `${at}.endpointId must be a text of 1 to 512 characters`;
  if (endpointId !== deviceId)
    return `${at}.endpointId must be the deviceId of the request that the access token came with`;
  if (pair[1 - originator]?.['communicationProviderId'] !== chimeCommunicationProviderId) {
    return `participants.${1 - originator}.communicationProviderId must be ${chimeCommunicationProviderId}`;
  }
  return undefined;
}

function problemWithClientContext(clientContext: unknown): string | undefined {
  if (clientContext === undefined) return undefined;
  const id = isFields(clientContext) ? clientContext['clientSessionId'] : undefined;
  if (typeof id === 'string' && id.length >= 1 && id.length <= maximumClientSessionIdLength) return undefined;
  return `clientContext.clientSessionId must be a text of 1 to ${maximumClientSessionIdLength} characters`;
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
