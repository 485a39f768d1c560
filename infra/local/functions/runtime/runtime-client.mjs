import { Agent, request } from 'node:http';

/**
 * The runtime's side of the Runtime API (AWS Lambda developer guide, runtimes-api).
 * Not fetch: the function may replace it. `next` waits as long as it takes; the host ends this process when it will not be needed.
 */
export function runtimeClient(address) {
  const [host, port] = address.split(':');
  const agent = new Agent({ keepAlive: true });

  const send = async (method, path, body = '', headers = {}) =>
    new Promise((resolve, reject) => {
      const outgoing = request({
        host,
        port,
        method,
        path: `/2018-06-01/runtime${path}`,
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        const chunks = [];
        incoming.on('error', reject);
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('end', () => resolve({ headers: incoming.headers, body: Buffer.concat(chunks).toString() }));
      });
      outgoing.end(body);
    });

  return {
    next: async () => send('GET', '/invocation/next'),
    response: async (requestId, body) => send('POST', `/invocation/${requestId}/response`, body),
    /** `exiting`: this process is about to end, so there is nothing to freeze. A header of this host's, unknown to AWS. */
    error: async (requestId, body, exiting) =>
      send(
        'POST',
        `/invocation/${requestId}/error`,
        JSON.stringify(body),
        exiting ? { 'lambda-runtime-exiting': 'true' } : {},
      ),
    initError: async (body) => send('POST', '/init/error', JSON.stringify(body)),
  };
}
