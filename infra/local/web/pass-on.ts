import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

/** Longer than the gateway waits for a function. */
const patienceMs = 35_000;
/** Of one connection only (RFC 9110 §7.6.1). */
const ownHeaders = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Passes a request on to another server of loopback, and its answer back as it comes: status, headers, and body piece by piece. */
export function passOn(request: IncomingMessage, response: ServerResponse, to: URL): Promise<void> {
  return new Promise((resolve) => {
    const onward = httpRequest(to, {
      method: request.method,
      headers: { ...withoutOwn(request.headers), host: to.host },
      timeout: patienceMs,
    });
    const fail = (): void => {
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(502, { 'content-type': 'application/json', 'cache-control': 'no-store' })
          .end(JSON.stringify({ message: 'Bad Gateway' }));
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
    pipeline(request, onward, () => undefined);
  });
}

function withoutOwn(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)));
}
