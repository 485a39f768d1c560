import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import type { InvokeResult } from '../functions/invoke-result.ts';
import { readBody } from '../http/read-body.ts';
import { readFunctionAnswer, serviceAnswer, type HttpAnswer } from './http-answer.ts';
import { httpEvent, splitUrl, type HttpEvent } from './http-event.ts';
import { jwtAuthorizer, type AuthorizerSettings } from './jwt-authorizer.ts';
import { routeTable, type Route, type RouteMatch } from './route.ts';
import { foreignHost, isOwnHost } from './own-host.ts';
import { tokenBucket } from './throttle.ts';

export interface ApiGatewayOptions {
  readonly routes: readonly Route[];
  /** Runs a function; `invoke` of the functions host fits. */
  readonly invoke: (functionName: string, event: HttpEvent) => Promise<InvokeResult>;
  readonly authorizer: AuthorizerSettings;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface ApiGateway {
  /** Base URL of the API. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Amazon API Gateway developer guide, http-api-quotas. */
const integrationMilliseconds = 30_000;
const maximumBodyBytes = 10_485_760;

/**
 * An HTTP API in front of functions: routes, JWT authoriser, payload format 2.0. No CORS, no stages but `$default`,
 * no names but those of loopback.
 * @throws RangeError for a route key that is not one.
 */
export async function startApiGateway(options: ApiGatewayOptions): Promise<ApiGateway> {
  const { clock, ids } = options;
  const findRoute = routeTable(options.routes);
  const authorize = jwtAuthorizer(options.authorizer, clock);
  const buckets = new Map(
    options.routes.flatMap((route) =>
      route.throttle === undefined ? [] : [[route, tokenBucket(route.throttle, clock)] as const],
    ),
  );

  const server = await serveOnLoopback(async (request, response) => {
    const requestId = ids.uuid();
    response.setHeader('apigw-requestid', requestId);
    send(response, await answer(request, requestId));
  });

  async function answer(request: IncomingMessage, requestId: string): Promise<HttpAnswer> {
    const body = await readBody(request, maximumBodyBytes);
    if (body === undefined) return serviceAnswer(413, 'Request Entity Too Large');
    if (!isOwnHost(request)) return serviceAnswer(403, foreignHost);
    const match = find(request);
    if (match === 'malformed') return serviceAnswer(400, 'Bad Request');
    if (match === undefined) return serviceAnswer(404, 'Not Found');
    // Whether AWS counts requests without a good token, no page says: here they count.
    if (buckets.get(match.route)?.() === false) return serviceAnswer(429, 'Too Many Requests');

    const authorization = await authorize(match.route, request.headers.authorization);
    switch (authorization.kind) {
      case 'unauthorized':
        return serviceAnswer(401, 'Unauthorized', { 'www-authenticate': authorization.wwwAuthenticate });
      case 'forbidden':
        return serviceAnswer(403, 'Forbidden', { 'www-authenticate': authorization.wwwAuthenticate });
      case 'open':
        return integrate(
          options,
          match.route.functionName,
          httpEvent({ request, body, match, requestId, at: clock.now() }),
        );
      case 'granted':
        return integrate(
          options,
          match.route.functionName,
          httpEvent({ request, body, match, requestId, at: clock.now(), jwt: authorization.jwt }),
        );
      default:
        return authorization satisfies never;
    }
  }

  function find(request: IncomingMessage): RouteMatch | undefined | 'malformed' {
    try {
      return findRoute(request.method ?? 'GET', splitUrl(request.url ?? '/').rawPath);
    } catch (error) {
      if (error instanceof URIError) return 'malformed';
      throw error;
    }
  }

  return { endpoint: server.endpoint, close: async () => server.close() };
}

/** Asks the function, for 30 s at most. Errors of a function say nothing of themselves to the outside. */
async function integrate(
  { invoke, timers }: ApiGatewayOptions,
  functionName: string,
  event: HttpEvent,
): Promise<HttpAnswer> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = timers.after(integrationMilliseconds, () => resolve(undefined));
  try {
    const result = await Promise.race([invoke(functionName, event), late]);
    if (result === undefined || result.statusCode === 429) return serviceAnswer(503, 'Service Unavailable');
    const read =
      result.statusCode === 200 && result.functionError === undefined ? readFunctionAnswer(result.payload) : undefined;
    return read ?? serviceAnswer(500, 'Internal Server Error');
  } finally {
    timer.cancel();
  }
}

function send(response: ServerResponse, { statusCode, headers, body }: HttpAnswer): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(statusCode).end(body);
}
