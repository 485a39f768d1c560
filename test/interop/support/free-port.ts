import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/**
 * A UDP port of loopback that is free now: for programs that have to be told a port, and cannot tell which one they took.
 * Linux hands out such ports at random, so that the next to ask hardly ever gets the same.
 */
export async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
