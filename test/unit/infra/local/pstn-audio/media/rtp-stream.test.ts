import type { PassingPacket } from '../../../../../../infra/local/pstn-audio/media/passing-packet.ts';
import { parseRtp, type RtpPacket } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';
import { RtpStream } from '../../../../../../infra/local/pstn-audio/media/rtp-stream.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';

const payload = new Uint8Array(160);
const alice = {};

const passing = (sequence: number, over: Partial<PassingPacket> = {}): PassingPacket => ({
  content: 'PCMU',
  stream: alice,
  marker: false,
  sequence,
  timestamp: (sequence * 160) >>> 0,
  payload,
  ...over,
});

class Listener {
  readonly #stream = new RtpStream(idsFake());
  readonly heard: RtpPacket[] = [];

  own(frames = 1): void {
    for (let frame = 0; frame < frames; frame += 1) {
      this.#stream.tick();
      this.#take(this.#stream.own({ payloadType: 0, payload }));
    }
  }

  pass(...packets: PassingPacket[]): void {
    for (const packet of packets) this.#take(this.#stream.passing(packet, 0, packet.payload));
  }

  wait(frames: number): void {
    for (let frame = 0; frame < frames; frame += 1) this.#stream.tick();
  }

  /** Of each packet, how far it is from the first: sequence, and time in frames. */
  get places(): [number, number][] {
    const [first] = this.heard;
    return this.heard.map(({ sequence, timestamp }) => [
      ((sequence - (first?.sequence ?? 0)) << 16) >> 16,
      ((timestamp - (first?.timestamp ?? 0)) | 0) / 160,
    ]);
  }

  #take(bytes: Uint8Array | undefined): void {
    const packet = bytes === undefined ? undefined : parseRtp(bytes);
    if (packet !== undefined) this.heard.push(packet);
  }
}

describe('a stream to one listener', () => {
  it('keeps gaps and order of what it passes on, under an identity of its own', () => {
    const listener = new Listener();

    listener.pass(passing(65_534), passing(65_535), passing(2), passing(3), passing(1));
    listener.own(1);

    expect(listener.places).toEqual([
      [0, 0],
      [1, 1],
      [4, -65_532],
      [5, -65_531],
      [3, -65_533],
      [6, 2],
    ]);
    expect(new Set(listener.heard.map(({ ssrc }) => ssrc)).size).toBe(1);
  });

  it('goes on without a break where somebody else begins to speak, and marks it', () => {
    const listener = new Listener();

    listener.own(2);
    listener.pass(passing(700), passing(701));
    listener.pass(passing(9, { stream: {} }));
    listener.wait(3);
    listener.own(2);

    expect(listener.places.map(([sequence]) => sequence)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(listener.heard.map(({ marker }) => marker)).toEqual([true, false, true, false, true, true, false]);
  });

  it('lets time pass while nothing is said', () => {
    const listener = new Listener();

    listener.own(1);
    listener.wait(50);
    listener.own(1);

    expect(listener.places).toEqual([
      [0, 0],
      [1, 51],
    ]);
  });

  it('never goes back in time, even where the other clock is ahead of ours', () => {
    const listener = new Listener();

    listener.own(1);
    listener.pass(passing(1), passing(2), passing(3), passing(4));
    listener.own(1);

    expect(listener.places.at(-1)).toEqual([5, 5]);
  });

  it('drops what would take a number that has been given to another', () => {
    const listener = new Listener();

    listener.own(1);
    listener.pass(passing(10), passing(9), passing(11));

    expect(listener.places.map(([sequence]) => sequence)).toEqual([0, 1, 2]);
  });

  it('keeps the mark of a pause, and does not mark the middle of a key press', () => {
    const listener = new Listener();

    listener.own(1);
    listener.pass(passing(1, { content: 'event' }), passing(2), passing(3, { marker: true }));

    expect(listener.heard.map(({ marker }) => marker)).toEqual([true, false, false, true]);
  });
});
