import { gunzipSync } from 'node:zlib';
import type * as z from 'zod';
import { answerError, type Answer } from './answer.ts';
import { jsonProblem } from './json-problem.ts';
import type { ConsoleEvent } from './token.ts';

type RequestEvent = Pick<ConsoleEvent, 'body' | 'isBase64Encoded' | 'headers'>;

export type BodyReading<Value> =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'refused'; readonly answer: Answer };

interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: string;
}
type JsonReading = { readonly kind: 'json'; readonly value: unknown } | Unreadable;
type TextReading = { readonly kind: 'text'; readonly text: string } | Unreadable;

/** Of a body that comes compressed: a small one must not fill the function's memory. */
const mostInflatedBytes = 64 * 1024 * 1024;
const mostProblems = 5;

/** The JSON of a request's body, which API Gateway hands on in base64 when it is not declared as text; undefined when it is none. */
export function readBody(event: RequestEvent): unknown {
  const reading = jsonOf(event);
  return reading.kind === 'json' ? reading.value : undefined;
}

/** A request's body by its schema, or 400 `invalid-request`, which says what is wrong with it, and where. */
export function readRequest<Value>(event: RequestEvent, schema: z.ZodType<Value>): BodyReading<Value> {
  const reading = jsonOf(event);
  if (reading.kind === 'unreadable') return refused(`The body ${reading.problem}.`);
  const read = schema.safeParse(reading.value);
  return read.success ? { kind: 'read', value: read.data } : refused(`${problemsOf(read.error)}.`);
}

/** What breaks a schema, and where; the first few. */
export function problemsOf({ issues }: z.ZodError): string {
  const told = issues.slice(0, mostProblems).map(({ path, message }) => {
    const where = path.length === 0 ? 'the body' : path.map(String).join('.');
    return `${where}: ${message}`;
  });
  const untold = issues.length - told.length;
  return [...told, ...(untold > 0 ? [`and ${untold} more`] : [])].join('; ');
}

function jsonOf(event: RequestEvent): JsonReading {
  const reading = textOf(event);
  if (reading.kind === 'unreadable') return reading;
  try {
    return { kind: 'json', value: JSON.parse(reading.text) };
  } catch {
    return { kind: 'unreadable', problem: jsonProblem(reading.text) };
  }
}

function textOf({ body = '', isBase64Encoded, headers }: RequestEvent): TextReading {
  const octets = isBase64Encoded ? Buffer.from(body, 'base64') : undefined;
  const coding = contentCoding(headers);
  if (coding !== 'identity' && coding !== 'gzip')
    return { kind: 'unreadable', problem: 'is compressed in a way that is not known here: use gzip' };
  if (octets !== undefined && isGzip(octets)) return inflated(octets);
  // API Gateway goes by the type alone: what is declared as JSON it takes for UTF-8, and spoils when it is not.
  if (coding === 'gzip')
    return {
      kind: 'unreadable',
      problem: 'is said to be compressed and is not, or was sent as text: give it content-type: application/gzip',
    };
  return { kind: 'text', text: octets?.toString('utf8') ?? body };
}

function inflated(octets: Buffer): TextReading {
  try {
    return { kind: 'text', text: gunzipSync(octets, { maxOutputLength: mostInflatedBytes }).toString('utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === 'ERR_BUFFER_TOO_LARGE' ? 'has more than 64 MiB when it is decompressed' : 'cannot be decompressed';
    return { kind: 'unreadable', problem };
  }
}

/** RFC 1952 §2.3.1; no JSON begins so. */
function isGzip(octets: Buffer): boolean {
  return octets[0] === 0x1f && octets[1] === 0x8b;
}

/** An event without headers is of a test, whatever its type says. */
function contentCoding(headers: RequestEvent['headers'] | undefined): string {
  return (headers?.['content-encoding'] ?? 'identity').trim().toLowerCase();
}

function refused(message: string): BodyReading<never> {
  return { kind: 'refused', answer: answerError(400, 'invalid-request', message) };
}
