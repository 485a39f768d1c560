import type { IncomingMessage, ServerResponse } from 'node:http';
import { orderedFault, type PlannedFaults } from '../http/planned-faults.ts';
import { readBody } from '../http/read-body.ts';
import type { BusRules } from './bus-rules.ts';
import { eventFrame, type EventFrameParts } from './event-frame.ts';
import { eventOf, putEventsSchema, tooLarge, type EntryError, type PutEventsEntry } from './put-events.ts';
import { statusOf, type ServiceError, type ServiceErrorType } from './service-error.ts';

export interface EventsApiParts extends EventFrameParts {
  readonly rules: BusRules;
  readonly faults: PlannedFaults<'PutEvents', ServiceErrorType>;
  readonly refusals: PlannedFaults<'entry', string>;
}

type Answer = { readonly body: object } | ServiceError;
type EntryAnswer = { readonly EventId: string } | EntryError;

/** Ten entries come to half of it. */
const maximumBodyBytes = 2 * 1024 * 1024;
const contentType = 'application/x-amz-json-1.1';

/** The EventBridge API over HTTP (AWS JSON 1.1), as far as events are put. Signatures are asked for, as AWS does, but not checked. */
export function eventsApi(
  parts: EventsApiParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const body = await readBody(request, maximumBodyBytes);
    const result = answer(request, body?.toString('utf8'), parts);
    response.setHeader('x-amzn-requestid', parts.ids.uuid());
    response.setHeader('content-type', contentType);
    if ('body' in result) response.writeHead(200).end(JSON.stringify(result.body));
    else response.writeHead(statusOf(result)).end(JSON.stringify({ __type: result.type, message: result.message }));
  };
}

function answer(request: IncomingMessage, body: string | undefined, parts: EventsApiParts): Answer {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true)
    return { type: 'MissingAuthenticationTokenException', message: 'Sign the request, with any credentials.' };
  if (request.method !== 'POST' || request.headers['x-amz-target'] !== 'AWSEvents.PutEvents')
    return { type: 'UnknownOperationException', message: 'The local cloud serves PutEvents of the EventBridge API.' };
  const fault = parts.faults.take('PutEvents');
  if (fault !== undefined) return { type: fault, message: orderedFault };
  const json = body === undefined ? undefined : parseJson(body);
  if (json === undefined) return { type: 'SerializationException', message: 'The body is no JSON, or too large.' };
  const read = putEventsSchema.safeParse(json);
  if (!read.success) return { type: 'ValidationException', message: firstProblem(read.error.issues) };
  const { Entries } = read.data;
  if (tooLarge(Entries))
    return { type: 'ValidationException', message: 'Total size of the entries in the request is over the limit.' };
  const answers = Entries.map((entry) => take(entry, parts));
  return { body: { FailedEntryCount: answers.filter((each) => 'ErrorCode' in each).length, Entries: answers } };
}

function take(entry: PutEventsEntry, parts: EventsApiParts): EntryAnswer {
  const refusal = parts.refusals.take('entry');
  if (refusal !== undefined) return { ErrorCode: refusal, ErrorMessage: orderedFault };
  const event = eventOf(entry);
  if ('ErrorCode' in event) return event;
  const frame = eventFrame(parts, entry.Time === undefined ? undefined : entry.Time * 1000);
  parts.rules.deliver(busName(entry.EventBusName), { ...frame, ...event });
  return { EventId: frame.id };
}

/** A bus may be named by its ARN: arn:aws:events:us-east-1:111122223333:event-bus/advisers. */
function busName(nameOrArn: string): string {
  return /^arn:[^:]+:events:[^:]+:\d{12}:event-bus\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where something is wrong, and what; not what was sent. */
function firstProblem([issue]: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issue === undefined ? 'The request is invalid.' : `${issue.path.join('.') || 'The request'}: ${issue.message}`;
}
