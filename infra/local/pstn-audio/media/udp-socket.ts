import { createSocket, type Socket } from 'node:dgram';

/** Nobody elsewhere can send here. */
export const loopback = '127.0.0.1';

/** Half a second of several calls' packets: what arrives while this process is busy waits in here. */
const bufferBytes = 262_144;

/** Binds a UDP socket for packets to IPv4 addresses. Rejects with the system's error when the address cannot be had. */
export function bindUdp(host: string, port: number): Promise<Socket> {
  const socket = createSocket({
    type: 'udp4',
    recvBufferSize: bufferBytes,
    sendBufferSize: bufferBytes,
    // Addresses only: there is nothing to look up, and no turn of the event loop to be waited for.
    lookup: (address, _options, done) => done(null, address, 4),
  });
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
