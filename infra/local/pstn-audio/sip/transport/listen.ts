import { once } from 'node:events';
import type { Server } from 'node:net';
import type { Protocol } from './transport.ts';

/** Binds a server; rejects with what cannot be had, and what to do. */
export async function bound<S extends Server>(server: S, protocol: Protocol, host: string, port: number): Promise<S> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw new Error(`SIP over ${protocol} cannot listen on ${host}:${port}; choose another address or port 0`, {
      cause: error,
    });
  }
}
