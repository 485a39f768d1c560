import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { consoleScopes } from '../../../shared/contracts/console-scopes.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { webSecurityHeaders } from '../../web-headers.ts';
import { splitUrl } from '../api-gateway/http-event.ts';
import { foreignHost, isOwnHost } from '../api-gateway/own-host.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { webClientId } from '../cloud/start-console.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { localApi } from './local-api.ts';
import type { LocalWorld } from './local-routes.ts';
import { passOn } from './pass-on.ts';
import { StaticFiles } from './static-files.ts';

export interface ConsoleWebOptions {
  readonly cloud: Pick<LocalCloud, 'consoleApi' | 'signIn'> & LocalWorld;
  /** The built web application: index.html and what belongs to it. */
  readonly directory: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /** Origins beside its own that may show the application in a frame. Default: none. */
  readonly frameAncestors?: readonly string[];
  readonly clock: Clock;
}

/** The console as a browser opens it. */
export interface ConsoleWeb {
  /** "http://localhost:8400" */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the console's web application on one port of loopback, with the console API below /api and the local cloud's own below /local,
 * and lets people sign in to it. Rejects with the system's error when the port cannot be had.
 */
export async function startConsoleWeb(options: ConsoleWebOptions): Promise<ConsoleWeb> {
  const { cloud, directory, port = 0, frameAncestors = [], clock } = options;
  const { issuer, authorizer } = cloud.signIn;
  const files = new StaticFiles(directory);
  const local = localApi(cloud, authorizer, clock);
  const securityHeaders = webSecurityHeaders({
    connect: [issuer.issuer],
    frameAncestors: ["'self'", ...frameAncestors],
  });

  const server = await serveOnLoopback(
    async (request, response) => {
      const url = request.url ?? '/';
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      if (!isOwnHost(request))
        return void response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(`${foreignHost}\n`);
      const api = below('/api', url);
      if (api !== undefined) return passOn(request, response, new URL(cloud.consoleApi + api));
      const own = below('/local', url);
      if (own !== undefined) return local(request, response, own);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
      const { rawPath } = splitUrl(url);
      if (rawPath === '/config.json') return answerConfig(response, config);
      return answerFile(request, response, files, rawPath);
    },
    { port },
  );

  const { port: given } = new URL(server.endpoint);
  const origins = [`http://localhost:${given}`, `http://127.0.0.1:${given}`];
  issuer.register({
    clientId: webClientId,
    redirectUris: origins.map((origin) => `${origin}/signed-in`),
    logoutUris: origins.flatMap((origin) => [origin, `${origin}/`]),
    scopes: ['openid', ...consoleScopes],
  });
  const config: ConsoleConfig = {
    api: '/api',
    signIn: {
      issuer: issuer.issuer,
      authorizationEndpoint: issuer.authorizationEndpoint,
      tokenEndpoint: issuer.tokenEndpoint,
      logoutEndpoint: issuer.logoutEndpoint,
      clientId: webClientId,
      scopes: ['openid', ...consoleScopes],
    },
    local: '/local',
  };
  return { url: `http://localhost:${given}`, close: () => server.close() };
}

/** What of a request target is below a path: "/calls?limit=1" of "/api/calls?limit=1". */
function below(prefix: string, url: string): string | undefined {
  if (!url.startsWith(prefix)) return undefined;
  const rest = url.slice(prefix.length);
  return /^[/?]/u.test(rest) ? rest : undefined;
}

function answerConfig(response: ServerResponse, config: ConsoleConfig): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
    .end(JSON.stringify(config));
}

async function answerFile(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  files: StaticFiles,
  path: string,
): Promise<void> {
  const { body, ...answer } = await files.answer({
    path,
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
  });
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  response.writeHead(answer.statusCode, { ...answer.headers, ...length }).end(method === 'HEAD' ? undefined : body);
}
