import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const attempts = 20;
/** Below the ports that systems hand out by themselves: there, a socket of the service might take one before the program does. */
const lowest = 12_000;
const highest = 30_000;

/**
 * The first, even one of `count` UDP ports in a row that are free now, and free for TCP too: for programs that have to be told their ports, and
 * cannot tell which ones they took. One row for each program, as two single ports might turn out to be the same one.
 * @throws Error when no such row is found.
 */
export async function freeUdpPorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = randomInt(lowest, highest) & ~1;
    if (await areFree(Array.from({ length: count }, (_, n) => first + n))) return first;
  }
  throw new Error(`no ${count} free UDP ports in a row on 127.0.0.1 after ${attempts} attempts`);
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const sockets = await Promise.all(ports.map(bound));
  await Promise.all(sockets.map(closed));
  if (!sockets.every((socket) => socket !== undefined)) return false;
  return (await Promise.all(ports.map(isFreeForTcp))).every(Boolean);
}

async function isFreeForTcp(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  // once() rejects on 'error': taken.
  if (
    !(await once(server, 'listening').then(
      () => true,
      () => false,
    ))
  )
    return false;
  const over = once(server, 'close');
  server.close();
  await over;
  return true;
}

async function bound(port: number): Promise<Socket | undefined> {
  if (port > 65_535) return undefined;
  const socket = createSocket('udp4');
  socket.bind(port, '127.0.0.1');
  // once() rejects on 'error': taken.
  return once(socket, 'listening').then(
    () => socket,
    () => undefined,
  );
}

async function closed(socket: Socket | undefined): Promise<void> {
  if (socket === undefined) return;
  const over = once(socket, 'close');
  socket.close();
  await over;
}
