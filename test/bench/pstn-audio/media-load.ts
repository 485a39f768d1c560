import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/**
 * The audio of the bench's calls, in a process of its own: each socket is one telephone, sends a packet every 20 ms that says when
 * it left, and notes for each that comes how long it was under way.
 */
export type MediaOrder =
  | { readonly kind: 'open'; readonly count: number }
  /** Where each telephone sends, by its own port. */
  | { readonly kind: 'run'; readonly remotes: readonly (readonly [number, number])[]; readonly seconds: number };

export type MediaNews =
  | { readonly kind: 'open'; readonly ports: readonly number[] }
  | {
      readonly kind: 'done';
      readonly sent: number;
      readonly received: number;
      /** Came twice, or were not ours. */
      readonly strange: number;
      /** How much later than the fastest of its stream each packet came, ms: percentiles 50, 99, 99.9 and the most. */
      readonly variation: readonly [number, number, number, number];
      /** How long packets were under way, ms: percentiles 50 and 99. */
      readonly delay: readonly [number, number];
    };

const packetMs = 20;
const payloadBytes = 160;
/** Packets still under way when the last was sent. */
const graceMs = 500;

interface Telephone {
  readonly socket: Socket;
  readonly port: number;
  readonly delays: number[];
  readonly seen: Set<number>;
  remote: number;
  sequence: number;
}

const telephones: Telephone[] = [];
let strange = 0;

process.on('message', (order: MediaOrder) => {
  void (order.kind === 'open' ? open(order.count) : run(order));
});

async function open(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 262_144 });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const telephone: Telephone = {
      socket,
      port: socket.address().port,
      delays: [],
      seen: new Set(),
      remote: 0,
      sequence: 0,
    };
    socket.on('message', (bytes) => hear(telephone, bytes));
    telephones.push(telephone);
  }
  tell({ kind: 'open', ports: telephones.map(({ port }) => port) });
}

function hear({ delays, seen }: Telephone, bytes: Buffer): void {
  const now = performance.now();
  if (bytes.length !== 12 + payloadBytes) return void (strange += 1);
  // Who sent it and which of its packets it is: each stream is heard by one other telephone.
  const number = bytes.readUInt32BE(20);
  if (seen.has(number)) return void (strange += 1);
  seen.add(number);
  delays.push(now - bytes.readDoubleBE(12));
}

async function run({ remotes, seconds }: Extract<MediaOrder, { kind: 'run' }>): Promise<void> {
  const byPort = new Map(remotes);
  const talking = telephones.filter((telephone) => {
    telephone.remote = byPort.get(telephone.port) ?? 0;
    telephone.delays.length = 0;
    telephone.seen.clear();
    telephone.sequence = 0;
    return telephone.remote > 0;
  });
  strange = 0;
  const perTelephone = (seconds * 1000) / packetMs;
  const startedAt = performance.now();
  let begun = 0;
  // Spread over the 20 ms, as telephones are that know nothing of each other.
  const total = perTelephone * talking.length;
  const spacing = packetMs / talking.length;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor((performance.now() - startedAt) / spacing));
      for (; begun < due; begun += 1) {
        const telephone = talking[begun % talking.length];
        if (telephone !== undefined) say(telephone, begun);
      }
      if (begun < total) return;
      clearInterval(timer);
      setTimeout(resolve, graceMs);
    }, 1);
  });
  const variation: number[] = [];
  const delay: number[] = [];
  for (const { delays } of talking) {
    const fastest = delays.reduce((least, each) => Math.min(least, each), Infinity);
    for (const each of delays) {
      variation.push(each - fastest);
      delay.push(each);
    }
  }
  const at = (samples: Float64Array, share: number): number =>
    samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? Number.NaN;
  const sortedVariation = Float64Array.from(variation).sort();
  const sortedDelay = Float64Array.from(delay).sort();
  tell({
    kind: 'done',
    sent: total,
    received: variation.length,
    strange,
    variation: [
      at(sortedVariation, 0.5),
      at(sortedVariation, 0.99),
      at(sortedVariation, 0.999),
      at(sortedVariation, 1),
    ],
    delay: [at(sortedDelay, 0.5), at(sortedDelay, 0.99)],
  });
}

function say(telephone: Telephone, number: number): void {
  const packet = Buffer.alloc(12 + payloadBytes, 0xff);
  packet[0] = 0x80;
  packet[1] = 0;
  packet.writeUInt16BE(telephone.sequence & 0xffff, 2);
  packet.writeUInt32BE((telephone.sequence * payloadBytes) >>> 0, 4);
  packet.writeUInt32BE(telephone.port, 8);
  packet.writeUInt32BE(number, 20);
  telephone.sequence += 1;
  packet.writeDoubleBE(performance.now(), 12);
  telephone.socket.send(packet, telephone.remote, '127.0.0.1');
}

function tell(news: MediaNews): void {
  process.send?.(news);
}
