import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Timers } from '../../../../shared/ports/timers.ts';
import { readBody } from '../../http/read-body.ts';
import { serveOnLoopback } from '../../http/serve-on-loopback.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { ApiAnswer, ApiRequest, Endpoint } from './endpoint.ts';
import type { AlexaFaults } from './faults.ts';

const maximumBodyBytes = 64 * 1024;
const requestTimeoutMs = 10_000;

export interface ApiServer {
  /** `http://127.0.0.1:<port>`: context.System.apiEndpoint. */
  readonly apiEndpoint: string;
  /** Drops requests that are still open. */
  close(): Promise<void>;
}

/** Serves what skills call while they handle a request, on a free port of loopback. */
export async function serveApi(
  endpoints: readonly Endpoint[],
  tokens: AccessTokens,
  faults: AlexaFaults,
  timers: Timers,
): Promise<ApiServer> {
  const server = await serveOnLoopback(
    async (incoming, response) => {
      const answer = await answerTo(incoming, endpoints, tokens, faults);
      if (answer === 'hang') return;
      if (answer.afterMs > 0) await pause(answer.afterMs, response, timers);
      send(response, answer);
    },
    { requestTimeout: requestTimeoutMs },
  );
  return { apiEndpoint: server.endpoint, close: () => server.close() };
}

async function answerTo(
  incoming: IncomingMessage,
  endpoints: readonly Endpoint[],
  tokens: AccessTokens,
  faults: AlexaFaults,
): Promise<(ApiAnswer & { readonly afterMs: number }) | 'hang'> {
  const body = await readBody(incoming, maximumBodyBytes);
  if (body === undefined) return { status: 413, afterMs: 0 };
  const url = incoming.url ?? '/';
  const path = url.split('?')[0] ?? '/';
  const bearer = /^Bearer (\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const request: ApiRequest = {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(url.slice(path.length)),
    contentType: incoming.headers['content-type'],
    body: body.toString('utf8'),
    bearer,
    grant: tokens.check(bearer),
  };
  const endpoint = endpoints.find((candidate) => candidate.owns(request.path));
  if (endpoint === undefined) return { status: 404, afterMs: 0 };
  const fault = faults.take(endpoint.name);
  if (fault === 'hang') return 'hang';
  if (typeof fault === 'number') return { ...endpoint.failure(fault), afterMs: 0 };
  return { ...endpoint.answer(request), afterMs: fault?.afterMs ?? 0 };
}

/** Until the time has passed, or nobody waits any more. */
async function pause(milliseconds: number, response: ServerResponse, timers: Timers): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = timers.after(milliseconds, resolve);
  response.once('close', () => {
    timer.cancel();
    resolve();
  });
  await promise;
}

function send(response: ServerResponse, { status, body, headers = {} }: ApiAnswer): void {
  response.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
