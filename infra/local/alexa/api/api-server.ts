import type { IncomingMessage, ServerResponse } from 'node:http';
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
): Promise<ApiServer> {
  const server = await serveOnLoopback(
    async (incoming, response) => {
      const answer = await answerTo(incoming, endpoints, tokens, faults);
      if (answer !== 'hang') send(response, answer);
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
): Promise<ApiAnswer | 'hang'> {
  const body = await readBody(incoming, maximumBodyBytes);
  if (body === undefined) return { status: 413 };
  const request: ApiRequest = {
    method: incoming.method ?? 'GET',
    path: (incoming.url ?? '/').split('?')[0] ?? '/',
    contentType: incoming.headers['content-type'],
    body: body.toString('utf8'),
    grant: tokens.check(incoming.headers.authorization),
  };
  const endpoint = endpoints.find((candidate) => candidate.owns(request.path));
  if (endpoint === undefined) return { status: 404 };
  const fault = faults.take(endpoint.name);
  if (fault === undefined) return endpoint.answer(request);
  return fault === 'hang' ? 'hang' : endpoint.failure(fault);
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
