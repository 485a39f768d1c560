import type { RemoteInfo, Socket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import { frameMilliseconds, silence, type AudioSink, type AudioSource } from './audio.ts';
import { DigitReceiver } from './digit-receiver.ts';
import { DigitSender, type DigitTiming } from './digit-sender.ts';
import { decodePcmu } from './pcmu.ts';
import { Reception, type ReceptionCounts } from './reception.ts';
import { Reframer } from './reframer.ts';
import { parseRtp } from './rtp-packet.ts';
import { pcmuPayloadType, RtpStream } from './rtp-stream.ts';
import { bindUdp, closeUdp } from './udp-socket.ts';

export interface MediaAddress {
  /** An IPv4 address. */
  readonly host: string;
  readonly port: number;
}

export interface RemoteMedia extends MediaAddress {
  /** Payload type of key presses in this session, 96 to 127 (RFC 3264 §5.1); default 101. */
  readonly eventPayloadType?: number;
}

export interface RtpStatistics extends ReceptionCounts {
  readonly sent: number;
  /** Datagrams from elsewhere, not RTP, or of a payload type not agreed on. */
  readonly ignored: number;
}

/** One end of a phone call's audio: PCMU and key presses over RTP. After `close` every method does nothing. */
export interface RtpEndpoint {
  /** Where audio is received: what goes into the session description. */
  readonly address: MediaAddress;
  /**
   * Audio goes to this address from now on, and is taken from nowhere else. An address that cannot be sent to (0.0.0.0,
   * which once meant hold, a name, a port out of range) is 'unusable': nothing is sent or heard until the next `connect`.
   */
  connect(remote: RemoteMedia): 'connected' | 'unusable';
  /**
   * Says what the source says, one frame every 20 ms, in place of what a bridge or a meeting lets be heard, as long as it plays;
   * undefined ends that. Time stands still until connected.
   */
  play(source: AudioSource | undefined): void;
  /** Hands over what the other side says, frames and keys, to one listener more; the function returned takes it away again. */
  listen(sink: AudioSink): () => void;
  /** Hands over what is said to the other side, frames and keys, to one listener more; the function returned takes it away again. */
  overhear(sink: AudioSink): () => void;
  /** Presses keys (see DigitSender); what is played meanwhile is not heard. Resolves when done, or closed. */
  sendDigits(digits: string, timing?: DigitTiming): Promise<void>;
  readonly statistics: RtpStatistics;
  close(): Promise<void>;
}

export interface RtpEndpointOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  /** Address to bind to; default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * Symmetric RTP: the first RTP packet after `connect` tells where the other side really is, whatever its session
   * description said. For peers behind address translation; default false.
   */
  readonly latch?: boolean;
}

/** Opens a port for the audio of one leg. Rejects with the system's error when the port cannot be had. */
export async function openRtpEndpoint(options: RtpEndpointOptions): Promise<RtpEndpoint> {
  const socket = await bindUdp(options.host ?? '127.0.0.1', options.port ?? 0);
  return new UdpRtpEndpoint(socket, options);
}

const defaultEventPayloadType = 101;

class UdpRtpEndpoint implements RtpEndpoint {
  readonly address: MediaAddress;
  readonly #socket: Socket;
  readonly #tick: Timer;
  readonly #latch: boolean;
  readonly #stream: RtpStream;
  readonly #reception = new Reception();
  readonly #reframer = new Reframer();
  readonly #digitsIn = new DigitReceiver();
  readonly #digitsOut = new DigitSender();
  #remote: MediaAddress | undefined;
  #eventPayloadType = defaultEventPayloadType;
  #latched = false;
  #source: AudioSource | undefined;
  readonly #ears = new Set<AudioSink>();
  readonly #overhearing = new Set<AudioSink>();
  #sent = 0;
  #ignored = 0;
  #closing: Promise<void> | undefined;

  constructor(socket: Socket, { timers, ids, latch = false }: RtpEndpointOptions) {
    const { address, port } = socket.address();
    this.address = { host: address, port };
    this.#socket = socket;
    this.#latch = latch;
    this.#stream = new RtpStream(ids);
    socket.on('message', (bytes, from) => this.#receive(bytes, from));
    this.#tick = timers.every(frameMilliseconds, () => this.#send());
  }

  get statistics(): RtpStatistics {
    const { received, lost, outOfOrder } = this.#reception;
    return { sent: this.#sent, received, lost, outOfOrder, ignored: this.#ignored };
  }

  connect({ host, port, eventPayloadType = defaultEventPayloadType }: RemoteMedia): 'connected' | 'unusable' {
    const usable = isIPv4(host) && host !== '0.0.0.0' && Number.isInteger(port) && port > 0 && port < 65_536;
    this.#remote = usable ? { host, port } : undefined;
    this.#eventPayloadType = eventPayloadType;
    this.#latched = false;
    return usable ? 'connected' : 'unusable';
  }

  play(source: AudioSource | undefined): void {
    if (source === this.#source) return;
    const before = this.#source;
    this.#source = this.#closing === undefined ? source : undefined;
    before?.released?.();
    if (this.#closing !== undefined) source?.released?.();
  }

  listen(sink: AudioSink): () => void {
    return this.#add(sink, this.#ears);
  }

  overhear(sink: AudioSink): () => void {
    return this.#add(sink, this.#overhearing);
  }

  async sendDigits(digits: string, timing?: DigitTiming): Promise<void> {
    if (this.#closing === undefined) await this.#digitsOut.press(digits, timing);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#tick.cancel();
    this.#digitsOut.cancel();
    await closeUdp(this.#socket);
    // Only now: those who are told must find this endpoint closed.
    this.play(undefined);
    for (const ears of [this.#ears, this.#overhearing]) for (const sink of ears) this.#remove(sink, ears);
  }

  #add(sink: AudioSink, ears: Set<AudioSink>): () => void {
    if (this.#closing === undefined) ears.add(sink);
    else sink.released?.();
    return () => this.#remove(sink, ears);
  }

  #remove(sink: AudioSink, ears: Set<AudioSink>): void {
    if (ears.delete(sink)) sink.released?.();
  }

  #send(): void {
    const remote = this.#remote;
    if (remote === undefined) return;
    const press = this.#digitsOut.next(this.#stream.timestamp);
    const frame = this.#source?.next();
    for (const sink of this.#overhearing) sink.frame(frame ?? silence);
    this.#socket.send(
      this.#stream.packet(frame, press, this.#eventPayloadType),
      remote.port,
      remote.host,
      () => undefined,
    );
    this.#sent += 1;
  }

  #receive(bytes: Uint8Array, from: RemoteInfo): void {
    const packet = this.#isKnown(from) ? parseRtp(bytes) : undefined;
    const isEvent = packet?.payloadType === this.#eventPayloadType;
    if (packet === undefined || (!isEvent && packet.payloadType !== pcmuPayloadType)) {
      this.#ignored += 1;
      return;
    }
    if (this.#latch && !this.#latched) {
      this.#latched = true;
      this.#remote = { host: from.address, port: from.port };
    }
    const arrival = this.#reception.accept(packet.ssrc, packet.sequence);
    if (arrival === 'stray') this.#ignored += 1;
    else if (isEvent) this.#hearKey(packet.timestamp, packet.payload);
    else if (arrival === 'inOrder')
      for (const frame of this.#reframer.push(decodePcmu(packet.payload)))
        for (const sink of this.#ears) sink.frame(frame);
  }

  #hearKey(timestamp: number, payload: Uint8Array): void {
    const digit = this.#digitsIn.accept(timestamp, payload);
    if (digit !== undefined) for (const sink of this.#ears) sink.digit?.(digit);
  }

  #isKnown(from: RemoteInfo): boolean {
    if (this.#remote === undefined) return false;
    return (this.#latch && !this.#latched) || (from.address === this.#remote.host && from.port === this.#remote.port);
  }
}
