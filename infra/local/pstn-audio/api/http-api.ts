import type { IncomingMessage, ServerResponse } from 'node:http';
import { orderedFault } from '../../http/planned-faults.ts';
import { readBody } from '../../http/read-body.ts';
import { refused, statusOf, type Answer } from './api-error.ts';
import { tooManyRequests, type PlannedVoiceFaults } from './faults.ts';
import { unservedOperations } from './operations/not-served.ts';
import type { Operation, OperationParts } from './operations/operation.ts';
import { operations } from './operations/operations.ts';
import { router } from './route.ts';

/** Twenty headers of the greatest length come to a sixth of it. */
const maximumBodyBytes = 256 * 1024;

const served: Readonly<Record<string, Operation>> = operations;
const findRoute = router({
  ...Object.fromEntries(Object.entries(served).map(([name, { http }]) => [name, http])),
  ...unservedOperations,
});

/** The Chime SDK Voice API over HTTP (REST JSON). Signatures are asked for, as AWS does, but not checked. */
export function httpApi(
  parts: OperationParts,
  faults: PlannedVoiceFaults,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const body = await readBody(request, maximumBodyBytes);
    send(response, parts.ids.uuid(), answerOrFailure(request, body, parts, faults));
  };
}

/** A fault in this service must not look like a fault of the network. */
function answerOrFailure(
  request: IncomingMessage,
  body: Buffer | undefined,
  parts: OperationParts,
  faults: PlannedVoiceFaults,
): Answer {
  try {
    return answer(request, body, parts, faults);
  } catch (error) {
    return refused(
      'ServiceFailureException',
      `The local Voice service has failed: ${error instanceof Error ? error.message : 'unknown cause'}`,
    );
  }
}

function answer(
  request: IncomingMessage,
  body: Buffer | undefined,
  parts: OperationParts,
  faults: PlannedVoiceFaults,
): Answer {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true)
    return refused('ForbiddenException', 'Missing Authentication Token: sign the request, with any credentials.');
  const url = urlOf(request);
  const route = url === undefined ? ({ kind: 'unknownPath' } as const) : findRoute(request.method ?? '', url);
  if (route.kind === 'unknownPath')
    return refused('UnknownOperationException', 'No operation of the Chime SDK Voice API has this path.');
  if (route.kind === 'wrongMethod')
    return refused('MethodNotAllowedException', `This path takes ${route.allowed.join(', ')}.`);
  const operation = served[route.operation];
  if (operation === undefined)
    return refused('NotServedLocally', `${route.operation} is not part of the local Voice service.`);
  if (body === undefined)
    return refused('BadRequestException', `The request is larger than ${maximumBodyBytes} bytes.`);
  const fault = faults.take(route.operation);
  if (fault !== undefined) return refused(fault, fault === 'ThrottledClientException' ? tooManyRequests : orderedFault);
  const members = readMembers(body);
  if (members === undefined) return refused('BadRequestException', 'The body is not a JSON object.');
  parts.state.orders.complete();
  return operation.answer({ ...members, ...route.members }, parts);
}

function send(response: ServerResponse, requestId: string, result: Answer): void {
  response.setHeader('x-amzn-requestid', requestId);
  if (result.kind === 'error') {
    const body = { Code: result.code, Message: result.message, RequestId: requestId };
    response
      .writeHead(statusOf(result.type), { 'content-type': 'application/json', 'x-amzn-errortype': result.type })
      .end(JSON.stringify(body));
  } else if (result.body === undefined) response.writeHead(result.status).end();
  else response.writeHead(result.status, { 'content-type': 'application/json' }).end(JSON.stringify(result.body));
}

function urlOf(request: IncomingMessage): URL | undefined {
  return URL.parse(request.url ?? '/', 'http://localhost') ?? undefined;
}

/** A member that is null counts as absent. */
function readMembers(body: Buffer): Record<string, unknown> | undefined {
  if (body.length === 0) return {};
  try {
    const read: unknown = JSON.parse(body.toString('utf8'), (_, value: unknown) => value ?? undefined);
    return typeof read === 'object' && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}
