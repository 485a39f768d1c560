import type { RemoteInfo, Socket } from 'node:dgram';
import type { Timer } from '../../../../shared/ports/timers.ts';
import type { AudioSink, AudioSource } from './audio.ts';
import type { DigitOptions } from './digit-sender.ts';
import { Ear } from './ear.ts';
import { everyFrame } from './pacer.ts';
import type { PacketSink } from './passing-packet.ts';
import { canBeSentTo, type MediaAddress, type RemoteMedia } from './remote-media.ts';
import type { RtpEndpoint, RtpEndpointOptions, RtpStatistics } from './rtp-endpoint.ts';
import { parseRtp } from './rtp-packet.ts';
import { Speaker, type PacketSource } from './speaker.ts';
import { closeUdp, loopback } from './udp-socket.ts';

/** An RtpEndpoint on a socket: where packets go and come from. What they say is the Speaker's, what is heard the Ear's. */
export class UdpRtpEndpoint implements RtpEndpoint {
  readonly address: MediaAddress;
  readonly #socket: Socket;
  readonly #tick: Timer;
  readonly #latch: boolean;
  /** Where the other side said that its audio is. */
  #described: MediaAddress | undefined;
  readonly #onTrace: RtpEndpointOptions['onTrace'];
  readonly #speaker: Speaker;
  readonly #ear = new Ear();
  /** Where audio comes from; undefined before the first `connect` that names such a place. */
  #remote: MediaAddress | undefined;
  /** Whether the call has begun: then time passes for what is played, even where nothing can be sent. */
  #begun = false;
  /** Whether anything is sent there. */
  #sending = false;
  #latched = false;
  #sent = 0;
  #closing: Promise<void> | undefined;

  constructor(socket: Socket, options: RtpEndpointOptions) {
    const { timers, ids, advertisedHost, latch = advertisedHost !== undefined, onTrace } = options;
    const { address, port } = socket.address();
    this.address = { host: advertisedHost ?? (address === '0.0.0.0' ? loopback : address), port };
    this.#socket = socket;
    this.#latch = latch;
    this.#onTrace = onTrace;
    this.#speaker = new Speaker(ids, (bytes) => this.#send(bytes));
    socket.on('message', (bytes, from) => this.#receive(bytes, from));
    this.#tick = everyFrame(timers, () => {
      if (this.#begun) this.#speaker.tick();
    });
  }

  get statistics(): RtpStatistics {
    return { sent: this.#sent, ...this.#ear.counts };
  }

  connect(remote: RemoteMedia): 'connected' | 'unusable' {
    if (this.#closing !== undefined) return 'unusable';
    const usable = canBeSentTo(remote);
    this.#begun = true;
    if (usable) {
      // Whoever says the same again is where it was found to be, until it is found elsewhere.
      if (!isSame(remote, this.#described)) this.#remote = { host: remote.host, port: remote.port };
      this.#described = { host: remote.host, port: remote.port };
      this.#latched = false;
    }
    this.#sending = usable && remote.receives !== false;
    this.#speaker.speakTo(remote);
    this.#ear.listenTo(remote);
    return usable ? 'connected' : 'unusable';
  }

  play(source: AudioSource | undefined): void {
    this.#speaker.play(source);
  }

  converse(partner: AudioSource | PacketSource): () => void {
    return this.#speaker.converse(partner);
  }

  listen(sink: AudioSink): () => void {
    return this.#ear.listen(sink);
  }

  overhear(sink: AudioSink): () => void {
    return this.#speaker.overhear(sink);
  }

  passOn(sink: PacketSink): () => void {
    return this.#ear.passOn(sink);
  }

  async sendDigits(digits: string, options?: DigitOptions): Promise<void> {
    if (this.#closing === undefined) await this.#speaker.press(digits, options);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#tick.cancel();
    this.#sending = false;
    this.#speaker.stop();
    await closeUdp(this.#socket);
    // Only now: those who are told must find this endpoint closed.
    this.#speaker.close();
    this.#ear.close();
  }

  #send(bytes: Uint8Array): void {
    const remote = this.#remote;
    if (!this.#sending || remote === undefined) return;
    this.#onTrace?.({ direction: 'out', local: this.address, remote, bytes });
    this.#socket.send(bytes, remote.port, remote.host);
    this.#sent += 1;
  }

  #receive(bytes: Uint8Array, from: RemoteInfo): void {
    this.#onTrace?.({ direction: 'in', local: this.address, remote: { host: from.address, port: from.port }, bytes });
    const packet = this.#isKnown(from) ? parseRtp(bytes) : undefined;
    if (this.#ear.accept(packet) === 'ignored' || !this.#latch || this.#latched) return;
    this.#latched = true;
    this.#remote = { host: from.address, port: from.port };
  }

  #isKnown(from: RemoteInfo): boolean {
    if (this.#remote === undefined) return false;
    return (this.#latch && !this.#latched) || isSame({ host: from.address, port: from.port }, this.#remote);
  }
}

function isSame({ host, port }: MediaAddress, other: MediaAddress | undefined): boolean {
  return host === other?.host && port === other.port;
}
