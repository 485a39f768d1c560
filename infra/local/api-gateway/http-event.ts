import type { IncomingMessage } from 'node:http';
import type { JwtAuthorization } from './jwt-authorizer.ts';
import type { RouteMatch } from './route.ts';

/** The event of an HTTP API, payload format 2.0 (Amazon API Gateway developer guide, http-api-develop-integrations-lambda). */
export interface HttpEvent {
  readonly version: '2.0';
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly accountId: string;
    readonly apiId: string;
    readonly authorizer?: { readonly jwt: JwtAuthorization };
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: string;
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly requestId: string;
    readonly routeKey: string;
    readonly stage: '$default';
    readonly time: string;
    readonly timeEpoch: number;
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** Bodies of these types arrive as text, all others in base64, and so does whatever is packed. */
const textTypes =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|application\/(?:javascript|x-www-form-urlencoded))/iu;

export function httpEvent(options: {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly match: RouteMatch;
  readonly jwt?: JwtAuthorization;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}): HttpEvent {
  const { request, body, match, jwt, requestId, at } = options;
  const { rawPath, rawQueryString } = splitUrl(request.url ?? '/');
  const { cookie, ...headers } = headersOf(request);
  const domainName = headers['host'] ?? '';
  const isPacked = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const isBase64Encoded = body.length > 0 && (isPacked || !textTypes.test(headers['content-type'] ?? 'text/plain'));
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */u) }),
    headers,
    ...nonEmpty('queryStringParameters', queryOf(rawQueryString)),
    ...nonEmpty('pathParameters', match.pathParameters),
    requestContext: {
      accountId: '111122223333',
      apiId: 'local',
      ...(jwt === undefined ? {} : { authorizer: { jwt } }),
      domainName,
      domainPrefix: domainName.split('.', 1)[0] ?? '',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.routeKey,
      stage: '$default',
      time: commonLogTime(at),
      timeEpoch: at,
    },
    ...(body.length === 0 ? {} : { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

/** The two halves of a request target, neither decoded. */
export function splitUrl(url: string): { rawPath: string; rawQueryString: string } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { rawPath: url, rawQueryString: '' }
    : { rawPath: url.slice(0, mark), rawQueryString: url.slice(mark + 1) };
}

/** Names in lower case, repeated headers joined with commas. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const received = Object.entries(request.headersDistinct).map(
    ([name, values]) => [name, values?.join(name === 'cookie' ? '; ' : ',') ?? ''] as const,
  );
  return {
    ...Object.fromEntries(received),
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
}

function queryOf(rawQueryString: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  }
  return query;
}

function nonEmpty<Name extends string>(
  name: Name,
  values: Readonly<Record<string, string>>,
): { readonly [Key in Name]?: Readonly<Record<string, string>> } {
  return Object.keys(values).length === 0
    ? {}
    : ({ [name]: values } as { readonly [Key in Name]: Readonly<Record<string, string>> });
}

/** 12/Mar/2020:19:03:58 +0000 */
function commonLogTime(at: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/u.exec(new Date(at).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
