import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  /** http://127.0.0.1:port */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Longest time that a request may take to arrive, ms. */
const requestTimeout = 10_000;

/** Serves HTTP on 127.0.0.1; port 0 is any free one. Rejects with the system's error when the port cannot be had. */
export async function serveOnLoopback(port: number, answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<LoopbackServer> {
  const server = createServer({ requestTimeout }, (request, response) => {
    // Only a connection that breaks off gets here: there is nobody left to tell.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
