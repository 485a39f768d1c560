import { silence, type AudioSink, type Pcm } from './audio.ts';
import { codecs } from './codec.ts';
import { DigitReceiver } from './digit-receiver.ts';
import { DtmfDetector } from './dtmf-detector.ts';
import type { PassingPacket } from './passing-packet.ts';
import { Reframer } from './reframer.ts';
import { Resequencer } from './resequencer.ts';

/** What stands in a packet's place among those in order: how its audio is, or that it was a key press. */
type Heard = { readonly content: 'PCMU' | 'PCMA'; readonly payload: Uint8Array } | 'event';

/**
 * Makes frames and keys of packets for those who listen, in order, with silence in place of a packet that is lost. While nobody
 * listens nothing is decoded.
 */
export class Hearing {
  /** Keys are also heard as tones in the audio: the other side has no other way to send them. */
  tonesAreKeys = false;
  readonly #sinks = new Set<AudioSink>();
  readonly #order = new Resequencer<Heard>();
  readonly #digits = new DigitReceiver();
  readonly #tones = new DtmfDetector();
  #reframer = new Reframer();
  #stream: object | undefined;
  /** Samples in the last packet: as many are missing with a lost one. */
  #packetSamples = silence.length;

  /** One listener more; the function returned takes it away again. */
  add(sink: AudioSink): () => void {
    // What came while nobody listened is no part of what is heard now.
    if (this.#sinks.size === 0) this.#begin(undefined);
    this.#sinks.add(sink);
    return () => {
      if (this.#sinks.delete(sink)) sink.released?.();
    };
  }

  packet(packet: PassingPacket): void {
    // Keys are followed even so: who listens from the middle of a press on is not told of it.
    if (packet.content === 'event') this.#hearKey(packet);
    if (this.#sinks.size === 0) return;
    if (packet.stream !== this.#stream) this.#begin(packet.stream);
    const { content, payload, sequence } = packet;
    for (const heard of this.#order.accept(sequence, content === 'event' ? content : { content, payload }))
      this.#hear(heard);
  }

  /** A frame that needs no decoding. */
  frame(pcm: Pcm): void {
    for (const sink of this.#sinks) sink.frame(pcm);
    if (!this.tonesAreKeys || this.#sinks.size === 0) return;
    const digit = this.#tones.accept(pcm);
    if (digit !== undefined) this.digit(digit);
  }

  digit(digit: string): void {
    for (const sink of this.#sinks) sink.digit?.(digit);
  }

  /** Nobody listens any more, and all are told. */
  clear(): void {
    for (const sink of this.#sinks) {
      this.#sinks.delete(sink);
      sink.released?.();
    }
  }

  #begin(stream: object | undefined): void {
    this.#stream = stream;
    this.#order.reset();
    this.#reframer = new Reframer();
  }

  #hearKey({ timestamp, payload, stream }: PassingPacket): void {
    const digit = this.#digits.accept(timestamp, payload, stream);
    if (digit !== undefined) this.digit(digit);
  }

  #hear(heard: Heard | 'lost'): void {
    // A key takes the place of audio: what is silent meanwhile is the sender's affair.
    if (heard === 'event') return;
    const samples =
      heard === 'lost' ? new Int16Array(this.#packetSamples) : codecs[heard.content].decode(heard.payload);
    this.#packetSamples = samples.length;
    for (const frame of this.#reframer.push(samples)) this.frame(frame);
  }
}
