import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ids } from '../../../shared/ports/ids.ts';
import { orderedFault } from '../http/planned-faults.ts';
import { readBody } from '../http/read-body.ts';
import { errorOnTheWire, refused, type Answer } from './api-error.ts';
import type { PlannedMeetingFaults } from './faults.ts';
import type { MeetingRegistry } from './meeting-registry.ts';
import { operations } from './operations/operations.ts';
import { findRoute } from './route.ts';

export interface HttpApiParts {
  readonly ids: Ids;
  readonly registry: MeetingRegistry;
  readonly faults: PlannedMeetingFaults;
}

/** A hundred attendees with the longest names come to a tenth of it. */
const maxBodyBytes = 256 * 1024;

/** The Chime SDK Meetings API over HTTP (REST JSON). Signatures are asked for, as AWS does, but not checked. */
export function httpApi(parts: HttpApiParts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const body = await readBody(request, maxBodyBytes);
    send(response, parts.ids.uuid(), answerOrFailure(request, body?.toString('utf8'), parts));
  };
}

/** A fault in this service, or in a listener to its events, must not look like a fault of the network. */
function answerOrFailure(request: IncomingMessage, body: string | undefined, parts: HttpApiParts): Answer {
  try {
    return answer(request, body, parts);
  } catch (error) {
    return refused(
      'ServiceFailureException',
      `The local Meetings service has failed: ${error instanceof Error ? error.message : 'unknown cause'}`,
    );
  }
}

function answer(request: IncomingMessage, body: string | undefined, { registry, faults }: HttpApiParts): Answer {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true)
    return refused('ForbiddenException', 'Missing Authentication Token: sign the request, with any credentials.');
  const url = new URL(request.url ?? '/', 'http://localhost');
  const route = findRoute(request.method ?? '', url);
  if (route === undefined)
    return refused(
      'NotServedLocally',
      `The local cloud serves ${Object.keys(operations).join(', ')} of the Meetings API.`,
    );
  if (body === undefined) return refused('BadRequestException', `The request is larger than ${maxBodyBytes} bytes.`);
  const fault = faults.take(route.operation);
  if (fault !== undefined) return refused(fault, orderedFault);
  const parsed = parseJson(body);
  if (parsed === undefined) return refused('BadRequestException', 'The body is not JSON.');
  return operations[route.operation](
    { ...route, query: Object.fromEntries(url.searchParams), body: parsed.value },
    registry,
  );
}

function send(response: ServerResponse, requestId: string, result: Answer): void {
  response.setHeader('x-amzn-requestid', requestId);
  if (result.kind === 'done') {
    if (result.body === undefined) response.writeHead(result.status).end();
    else response.writeHead(result.status, { 'content-type': 'application/json' }).end(JSON.stringify(result.body));
    return;
  }
  const { status, code } = errorOnTheWire(result.type);
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': result.type })
    .end(JSON.stringify({ Code: code, Message: result.message, RequestId: requestId }));
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: text === '' ? {} : (JSON.parse(text) as unknown) };
  } catch {
    return undefined;
  }
}
