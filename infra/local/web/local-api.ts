import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../shared/ports/clock.ts';
import { splitUrl } from '../api-gateway/http-event.ts';
import { jwtAuthorizer, type AuthorizerSettings } from '../api-gateway/jwt-authorizer.ts';
import { routeTable, type RouteMatch } from '../api-gateway/route.ts';
import { readBody } from '../http/read-body.ts';
import { refusal, type LocalAnswer } from './local-answer.ts';
import { routesOfLocalCloud, type LocalRoute, type LocalWorld } from './local-routes.ts';

const maximumBodyBytes = 100_000;

/** Answers what the console can have the local cloud do. Paths are below `/local`; nothing is open without a token. */
export function localApi(
  world: LocalWorld,
  authorizer: AuthorizerSettings,
  clock: Clock,
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const byKey = new Map<string, LocalRoute>(routesOfLocalCloud.map((route) => [route.key, route]));
  const find = routeTable(
    routesOfLocalCloud.map(({ key, scope }) => ({ routeKey: key, functionName: 'local', scopes: [scope] })),
  );
  const authorize = jwtAuthorizer(authorizer, clock);

  async function answer(request: IncomingMessage, path: string): Promise<LocalAnswer> {
    const body = await readBody(request, maximumBodyBytes);
    if (body === undefined) return refusal(413, 'invalid-request', 'The request is longer than 100,000 bytes.');
    const match = matchOf(request.method ?? 'GET', path);
    const route = match === undefined ? undefined : byKey.get(match.route.routeKey);
    if (match === undefined || route === undefined)
      return refusal(404, 'route-not-found', 'The local cloud has no such route.');
    const authorization = await authorize(match.route, request.headers.authorization);
    switch (authorization.kind) {
      case 'unauthorized':
        return {
          statusCode: 401,
          body: { message: 'Unauthorized' },
          headers: { 'www-authenticate': authorization.wwwAuthenticate },
        };
      case 'forbidden':
        return {
          ...refusal(403, 'scope-missing', `This needs a token with the scope ${route.scope}.`),
          headers: { 'www-authenticate': authorization.wwwAuthenticate },
        };
      case 'open':
      case 'granted':
        return route.answer({ pathParameters: match.pathParameters, body: parsed(body) }, world);
      default:
        return authorization satisfies never;
    }
  }

  function matchOf(method: string, path: string): RouteMatch | undefined {
    try {
      return find(method, splitUrl(path).rawPath);
    } catch (error) {
      if (error instanceof URIError) return undefined;
      throw error;
    }
  }

  return async (request, response, path) => {
    const { statusCode, body, headers = {} } = await answer(request, path);
    response
      .writeHead(statusCode, {
        'cache-control': 'no-store',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      })
      .end(body === undefined ? undefined : JSON.stringify(body));
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
