import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { serveOnLoopback, type LoopbackServer } from '../../../infra/local/http/serve-on-loopback.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import type { RecordedRequest } from './recorded-requests.ts';

const timeoutMs = 5000;

type BegunRequest = Omit<RecordedRequest, 'to'> & { to?: number };

/** What all proxies of a bench saw. */
export class Recorder {
  #requests: BegunRequest[] = [];
  /** How long every answer is held back, so that requests that may overlap do. Milliseconds. */
  holdMs = 0;

  /** A request has come; returns what tells that its answer has been handed on. */
  begin(service: string, operation: string): () => void {
    const request: BegunRequest = { service, operation, from: performance.now() };
    this.#requests.push(request);
    return () => {
      request.to = performance.now();
    };
  }

  /** What came since the last time it was asked. What has no answer yet is taken to have one now. */
  take(): RecordedRequest[] {
    const taken = this.#requests;
    this.#requests = [];
    return taken.map(({ to = performance.now(), ...request }) => ({ ...request, to }));
  }
}

/** Stands in front of a service, and records every request with the time from its head's arrival to its answer's last octet. */
export async function startRecordingProxy(
  service: string,
  target: string,
  recorder: Recorder,
): Promise<LoopbackServer> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(target);
  const server = await serveOnLoopback(async (request, response) => {
    const answered = recorder.begin(service, operationOf(request));
    const answer = await passOn(request, { hostname, port, agent });
    if (recorder.holdMs > 0) await new Promise<void>((resolve) => void systemTimers.after(recorder.holdMs, resolve));
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, response);
    answered();
  });

  return {
    endpoint: server.endpoint,
    async close() {
      agent.destroy();
      await server.close();
    },
  };
}

function passOn(request: IncomingMessage, to: RequestOptions): Promise<IncomingMessage> {
  const { method, url: path, headers } = request;
  return new Promise((resolve, reject) => {
    const passed = httpRequest({ ...to, method, path, headers, timeout: timeoutMs }, resolve);
    passed.on('timeout', () => passed.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    passed.on('error', reject);
    request.pipe(passed);
  });
}

function operationOf({ headers, method = '', url = '' }: IncomingMessage): string {
  const [target] = [headers['x-amz-target']].flat();
  // Ids in a path differ from call to call.
  return target?.split('.').at(-1) ?? `${method} ${url.replaceAll(/[\da-f]{8}-[\da-f-]{27}/gi, '…')}`;
}
