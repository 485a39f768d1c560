import type { ConsoleEvent } from './token.ts';

/** The JSON of a request's body, which API Gateway hands on in base64 when it is not declared as text; undefined when it is none. */
export function readBody({ body, isBase64Encoded }: Pick<ConsoleEvent, 'body' | 'isBase64Encoded'>): unknown {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    return undefined;
  }
}
