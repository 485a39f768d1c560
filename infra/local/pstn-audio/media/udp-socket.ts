import { createSocket, type Socket } from 'node:dgram';

/** Binds a UDP socket. Rejects with the system's error when the address cannot be had. */
export function bindUdp(host: string, port: number): Promise<Socket> {
  const socket = createSocket('udp4');
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, () => {
      socket.off('error', reject);
      // A datagram that cannot be delivered is lost, like any other: RTP counts what is missing.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

/** Resolves when the port is free again. */
export function closeUdp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.close(() => resolve());
  });
}
