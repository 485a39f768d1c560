import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ids } from '../../../shared/ports/ids.ts';
import { readBody } from '../http/read-body.ts';
import { serveOnLoopback, type LoopbackServer } from '../http/serve-on-loopback.ts';
import type { InvokeResult, NotInvoked } from './invoke-result.ts';
import { maximumRequestBytes } from './limits.ts';
import { notFound, notJson, requestTooLarge } from './not-invoked.ts';

/**
 * The part of the Lambda HTTP API that calls functions, for any Lambda client (AWS Lambda API reference, Invoke):
 * invocation types RequestResponse, Event (answered 202 at once, not retried) and DryRun. Signatures are not checked;
 * no log tail, no client context, no response streaming.
 */
export async function startLambdaApi(options: {
  /** `payload` is JSON. */
  readonly invoke: (nameOrArn: string, payload: string, requestId: string) => Promise<InvokeResult>;
  readonly exists: (nameOrArn: string) => boolean;
  readonly ids: Ids;
  /** Default 0: any free port. */
  readonly port?: number;
}): Promise<LoopbackServer> {
  const { port = 0 } = options;
  return serveOnLoopback(
    async (request, response) => {
      const requestId = options.ids.uuid();
      response.setHeader('x-amzn-requestid', requestId);
      const name = functionNameIn(request.url ?? '');
      if (request.method !== 'POST' || name === undefined) {
        response.setHeader('x-amzn-errortype', 'UnknownOperationException').writeHead(404).end();
        return;
      }
      await invoke(name, requestId, request, response);
    },
    { port },
  );

  async function invoke(
    name: string,
    requestId: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await readBody(request, maximumRequestBytes);
    if (body === undefined) return refuse(response, requestTooLarge());
    const payload = body.length === 0 ? '{}' : body.toString();
    const problem = jsonProblem(payload);
    if (problem !== undefined) return refuse(response, notJson(problem));

    switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
      case 'DryRun':
        if (!options.exists(name)) return refuse(response, notFound(name));
        response.writeHead(204).end();
        return;
      case 'Event':
        if (!options.exists(name)) return refuse(response, notFound(name));
        response.writeHead(202).end();
        await options.invoke(name, payload, requestId);
        return;
      default:
        return answer(response, await options.invoke(name, payload, requestId));
    }
  }
}

/** Name or ARN out of the path; undefined when it is another path, or badly encoded. */
function functionNameIn(url: string): string | undefined {
  const [, encoded] = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?.*)?$/u.exec(url) ?? [];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, result: InvokeResult): void {
  if (result.statusCode !== 200) return refuse(response, result);
  if (result.functionError !== undefined) response.setHeader('x-amz-function-error', result.functionError);
  response.setHeader('x-amz-executed-version', '$LATEST');
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result.payload));
}

function refuse(response: ServerResponse, { statusCode, errorType, message }: NotInvoked): void {
  const reason = statusCode === 429 ? { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' } : {};
  response
    .setHeader('x-amzn-errortype', errorType)
    .writeHead(statusCode, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ...reason, Type: statusCode < 500 ? 'User' : 'Service', message, Message: message }));
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
