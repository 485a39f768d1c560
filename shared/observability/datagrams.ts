import type { Socket } from 'node:dgram';

export interface UdpAddress {
  readonly host: string;
  readonly port: number;
}

/** Hands a datagram over to the network; rejects when it cannot be. Nobody learns whether it arrives. */
export type SendDatagram = (datagram: string, to: UdpAddress) => Promise<void>;

/**
 * Sends over one IPv4 socket, which is opened when the first datagram is sent, and again after an error. It keeps no process alive.
 */
export function udpDatagrams(): SendDatagram {
  let open: Promise<Socket> | undefined;
  return async (datagram, { host, port }) => {
    open ??= openSocket(() => {
      open = undefined;
    });
    const socket = await open;
    await new Promise<void>((resolve, reject) => {
      socket.send(datagram, port, host, (error) => (error === null ? resolve() : reject(error)));
    });
  };
}

async function openSocket(onError: () => void): Promise<Socket> {
  // Loaded when it is needed first: most invocations are not traced.
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  socket.unref();
  socket.once('error', () => {
    onError();
    socket.close();
  });
  return socket;
}
