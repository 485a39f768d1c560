import { connect, createServer } from 'node:net';
import { bound } from './listen.ts';
import { StreamTransport, type StreamOptions } from './stream-transport.ts';
import type { Transport } from './transport.ts';

/** Listens for SIP over TCP (RFC 3261 §18); rejects when the address cannot be bound. */
export async function listenTcp(options: StreamOptions): Promise<Transport> {
  const { host = '127.0.0.1', port = 0 } = options;
  const server = await bound(createServer({ noDelay: true }), 'TCP', host, port);
  const dial = (destination: { host: string; port: number }): ReturnType<typeof connect> =>
    connect({ host: destination.host, port: destination.port, noDelay: true });
  return new StreamTransport(
    { protocol: 'TCP', server, acceptedEvent: 'connection', dial, dialledEvent: 'connect' },
    options,
  );
}
