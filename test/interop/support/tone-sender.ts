import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { frameMilliseconds, frameSamples } from '../../../infra/local/pstn-audio/media/audio.ts';
import { encodePcmu } from '../../../infra/local/pstn-audio/media/pcmu.ts';
import { toneSource } from '../../../infra/local/pstn-audio/media/tone.ts';

export interface ToneSenderOptions {
  readonly frequencyHz: number;
  /** Whether the nth packet never arrives. */
  readonly isLost: (n: number) => boolean;
  /** Whether of every ten packets the fourth and the fifth change places on their way. */
  readonly swaps: boolean;
}

/** Sends a tone in RTP (PCMU), and does to its packets what networks do. */
export interface ToneSender {
  /** Where it takes audio; it hears nothing. */
  readonly port: number;
  /** Begins, the first time, and goes on until it is closed. */
  sendTo(address: { readonly host: string; readonly port: number }): void;
  close(): Promise<void>;
}

export async function openToneSender({ frequencyHz, isLost, swaps }: ToneSenderOptions): Promise<ToneSender> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const tone = toneSource({ frequencyHz });
  let pacing: { cancel(): void } | undefined;
  let count = 0;
  let held: Buffer | undefined;

  const packet = (n: number): Buffer => {
    const header = Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0x4f, 0x01, 0x02, 0x03]);
    header.writeUInt16BE(n & 0xffff, 2);
    header.writeUInt32BE(n * frameSamples, 4);
    return Buffer.concat([header, encodePcmu(tone.next() ?? new Int16Array(frameSamples))]);
  };
  return {
    port: socket.address().port,
    sendTo({ host, port }) {
      pacing ??= systemTimers.every(frameMilliseconds, () => {
        const n = count++;
        const next = packet(n);
        if (isLost(n)) return;
        if (swaps && n % 10 === 4) {
          held = next;
          return;
        }
        socket.send(next, port, host);
        if (held !== undefined) socket.send(held, port, host);
        held = undefined;
      });
    },
    async close() {
      pacing?.cancel();
      const over = once(socket, 'close');
      socket.close();
      await over;
    },
  };
}
