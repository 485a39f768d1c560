import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  /** http://127.0.0.1:port */
  readonly endpoint: string;
  /** Cuts off what is under way and frees the port. */
  close(): Promise<void>;
}

export interface LoopbackOptions extends ServerOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** How long a connection may be silent, in milliseconds; 0: for ever. Default: Node's. */
  readonly keepAliveTimeout?: number;
}

/**
 * Serves HTTP on 127.0.0.1. A listener that fails answers 500, or hangs up when it had begun to answer.
 * Rejects with the system's error when the port cannot be had.
 */
export async function serveOnLoopback(
  listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { port = 0, ...options }: LoopbackOptions = {},
): Promise<LoopbackServer> {
  const server = createServer(options, (request, response) => {
    listener(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
