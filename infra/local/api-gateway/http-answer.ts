/** What goes back to an HTTP client. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** The service's own answers carry one message and nothing else. */
export function serviceAnswer(
  statusCode: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { statusCode, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ message }) };
}

/**
 * Reads a function's answer in payload format 2.0: an object with `statusCode` says all; anything else is the body of a 200
 * (Amazon API Gateway developer guide, http-api-develop-integrations-lambda, "Lambda function response").
 * Undefined when it is malformed, which clients get to see as an internal server error.
 */
export function readFunctionAnswer(payload: unknown): HttpAnswer | undefined {
  if (!isRecord(payload) || payload['statusCode'] === undefined) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { headers = {}, cookies = [], body = '', isBase64Encoded = false } = payload;
  const statusCode = Number(payload['statusCode']);
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) return undefined;
  if (typeof body !== 'string' || typeof isBase64Encoded !== 'boolean') return undefined;
  if (!isRecord(headers) || !Object.values(headers).every(isScalar)) return undefined;
  if (!Array.isArray(cookies) || !cookies.every((each) => typeof each === 'string')) return undefined;

  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named),
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
