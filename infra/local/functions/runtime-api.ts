import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { maximumResponseBytes } from './limits.ts';

/** One event on its way to a runtime. */
export interface RuntimeEvent {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a runtime reports; bodies are JSON as the runtime sent them. */
export type RuntimeReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'init-error'; readonly body: string }
  | { readonly kind: 'response'; readonly requestId: string; readonly body: string }
  | { readonly kind: 'response-too-large'; readonly requestId: string }
  /** `exiting`: the process ends by itself and cannot be used again. */
  | { readonly kind: 'error'; readonly requestId: string; readonly body: string; readonly exiting: boolean };

export interface RuntimeApi {
  /** For AWS_LAMBDA_RUNTIME_API: host and port. */
  readonly address: string;
  /** Hands an event to the runtime: at once when it waits in /next, otherwise as soon as it asks. */
  deliver(event: RuntimeEvent): void;
  close(): Promise<void>;
}

/**
 * Serves the Lambda Runtime API to one execution environment (AWS Lambda developer guide, runtimes-api).
 * `ready` is reported for the first request for /next: the init phase is over.
 */
export async function startRuntimeApi(report: (what: RuntimeReport) => void): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;
  let queued: RuntimeEvent | undefined;
  let initialised = false;

  const handOver = (): void => {
    if (waiting === undefined || queued === undefined) return;
    const { requestId, payload, headers } = queued;
    waiting
      .writeHead(200, { 'content-type': 'application/json', 'lambda-runtime-aws-request-id': requestId, ...headers })
      .end(payload);
    waiting = undefined;
    queued = undefined;
  };

  const onNext = (response: ServerResponse): void => {
    waiting = response;
    if (!initialised) {
      initialised = true;
      report({ kind: 'ready' });
    }
    handOver();
  };

  const onPost = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await readBody(request, maximumResponseBytes))?.toString();
    const reported = reportOf(path, body, request.headers['lambda-runtime-exiting'] === 'true');
    response
      .writeHead(reported === undefined ? 404 : body === undefined ? 413 : 202, { 'content-type': 'application/json' })
      .end('{"status":"OK"}');
    if (reported !== undefined) report(reported);
  };

  const server = await serveOnLoopback(
    async (request, response) => {
      const path = (request.url ?? '').replace(/^\/2018-06-01\/runtime/u, '');
      if (request.method === 'GET' && path === '/invocation/next') onNext(response);
      else if (request.method === 'POST') await onPost(path, request, response);
      else response.writeHead(404).end();
    },
    // A frozen process cannot see its connection time out, and would trip over it when it is thawed.
    { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 },
  );

  return {
    address: new URL(server.endpoint).host,
    deliver(event) {
      queued = event;
      handOver();
    },
    close: async () => server.close(),
  };
}

/** Stands for an error report that is longer than any response may be. */
const oversizedError = JSON.stringify({
  errorType: 'Unhandled',
  errorMessage: 'the error that the runtime reported is too large to be passed on',
});

function reportOf(path: string, body: string | undefined, exiting: boolean): RuntimeReport | undefined {
  if (path === '/init/error') return { kind: 'init-error', body: body ?? oversizedError };
  const [, requestId, what] = /^\/invocation\/([\w-]+)\/(response|error)$/u.exec(path) ?? [];
  if (requestId === undefined) return undefined;
  if (what === 'error') return { kind: 'error', requestId, body: body ?? oversizedError, exiting };
  return body === undefined ? { kind: 'response-too-large', requestId } : { kind: 'response', requestId, body };
}
