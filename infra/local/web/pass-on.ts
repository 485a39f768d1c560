import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { readBody } from '../http/read-body.ts';

/** Longer than the gateway waits for a function. */
const patienceMs = 35_000;
/** As the gateway takes. */
const maximumBodyBytes = 10_485_760;
/** Of one connection only (RFC 9110 §7.6.1); whoever expects 100 has had it. */
const ownHeaders = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Passes a request on to another server of loopback, and its answer back as it comes: status, headers, and body piece by piece. The
 * request is read first and sent with its length: Node sends the body of a DELETE without any framing when it is not told, and the
 * other server would take it for a request of its own.
 */
export async function passOn(request: IncomingMessage, response: ServerResponse, to: URL): Promise<void> {
  const body = await readBody(request, maximumBodyBytes);
  if (body === undefined) return say(response, 413, 'Request Entity Too Large');
  const { 'content-length': _length, ...headers } = withoutOwn(request.headers);
  const isFramed = body.length > 0 || request.headers['content-length'] !== undefined;
  await new Promise<void>((resolve) => {
    const onward = httpRequest(to, {
      method: request.method,
      headers: { ...headers, host: to.host, ...(isFramed ? { 'content-length': String(body.length) } : {}) },
      timeout: patienceMs,
    });
    const fail = (): void => {
      if (response.headersSent) response.destroy();
      else say(response, 502, 'Bad Gateway');
      resolve();
    };
    onward.on('timeout', () => onward.destroy(new Error('no answer in time')));
    onward.on('error', fail);
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutOwn(answer.headers));
      pipeline(answer, response, () => resolve());
    });
    // Whoever goes away is not answered: the other server is to know.
    response.on('close', () => onward.destroy());
    onward.end(body);
  });
}

function say(response: ServerResponse, statusCode: number, message: string): void {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ message }));
}

/** Without what `Connection` names, too. */
function withoutOwn(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ownHeaders.includes(name) && !named.includes(name)),
  );
}
