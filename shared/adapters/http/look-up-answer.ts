import { lookUpAnswerSchema, maximumLookUpAnswerBytes, type LookUpAnswerBody } from '../../contracts/look-up.ts';
import type { NamedDestination } from '../../domain/routing/named-destination.ts';
import type { LookUpAnswer } from '../../ports/look-ups.ts';

/** Reads what a service answered. Rejects when the connection breaks, or is cut, on the way. */
export async function readLookUpAnswer(response: Response): Promise<LookUpAnswer> {
  const { status } = response;
  if (status >= 300 && status < 400) return failed('redirected', status);
  if (status >= 400 && status < 500) return failed('status-refused', status);
  if (status !== 200) return failed('status-error', status);
  if (!isJson(response.headers.get('content-type'))) return failed('answer-malformed', status);
  const text = await limitedText(response);
  if (text === undefined) return failed('answer-too-large', status);
  const read = lookUpAnswerSchema.safeParse(parsed(text));
  return read.success ? named(read.data) : failed('answer-malformed', status);
}

type Failed = Extract<LookUpAnswer, { kind: 'failed' }>;

function failed(because: Failed['because'], httpStatus: number): Failed {
  return { kind: 'failed', because, httpStatus };
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType ?? '');
}

/** The body as text; undefined when there is more of it than is allowed. What is beyond is not waited for. */
async function limitedText({ body }: Response): Promise<string | undefined> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maximumLookUpAnswerBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function named({ destination, timeout }: LookUpAnswerBody): LookUpAnswer {
  if (destination === null) return { kind: 'nobody' };
  return {
    kind: 'named',
    destination: destinationOf(destination),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
  };
}

function destinationOf(destination: NonNullable<LookUpAnswerBody['destination']>): NamedDestination {
  if ('phone' in destination) return { kind: 'phone', number: destination.phone };
  if ('branch' in destination) return { kind: 'branch', id: destination.branch };
  return { kind: 'contactCenter', id: destination.contactCenter };
}
