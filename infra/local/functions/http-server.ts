import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningServer {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves on a free port of loopback. A listener that fails answers 500, or hangs up when it had begun to answer. */
export async function listenOnLoopback(
  listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  configure: (server: Server) => void = () => undefined,
): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    listener(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  configure(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
