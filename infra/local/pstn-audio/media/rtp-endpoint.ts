import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { RtpTrace } from '../service/trace.ts';
import type { AudioSink, AudioSource } from './audio.ts';
import type { DigitOptions } from './digit-sender.ts';
import type { PacketSink } from './passing-packet.ts';
import type { ReceptionCounts } from './reception.ts';
import type { MediaAddress, RemoteMedia } from './remote-media.ts';
import { UdpRtpEndpoint } from './udp-rtp-endpoint.ts';
import { bindUdp, loopback } from './udp-socket.ts';

export type { AgreedCodec, MediaAddress, RemoteMedia } from './remote-media.ts';

export interface RtpStatistics extends ReceptionCounts {
  readonly sent: number;
  /** Datagrams from elsewhere, not RTP, or of a payload type not agreed on. */
  readonly ignored: number;
}

/** One end of a phone call's audio: PCMU or PCMA, and key presses, over RTP. After `close` every method does nothing. */
export interface RtpEndpoint {
  /** Where audio is received: what goes into the session description. */
  readonly address: MediaAddress;
  /**
   * Audio goes to this address from now on, and is taken from nowhere else. An address that cannot be sent to (0.0.0.0, which once
   * meant hold, a name, a port out of range) is 'unusable': nothing is sent until the next `connect`, and what comes from where
   * audio came from before is still heard. After `close` every address is.
   */
  connect(remote: RemoteMedia): 'connected' | 'unusable';
  /**
   * Says what the source says, one frame every 20 ms, over the conversation and in its place, as long as it plays; undefined ends
   * that. Time stands still until connected for the first time; on hold it goes on, though nothing is sent.
   */
  play(source: AudioSource | undefined): void;
  /**
   * Says what a partner says as long as nothing is played: a source's frames, one every 20 ms, or the packets that another leg
   * receives, at once as they arrive. The last partner counts. The function returned ends it, unless another has taken its place.
   */
  converse(partner: AudioSource | RtpEndpoint): () => void;
  /** Hands over what the other side says, frames and keys, to one listener more; the function returned takes it away again. */
  listen(sink: AudioSink): () => void;
  /**
   * Hands over what is said to the other side, frames and keys, to one listener more; the function returned takes it away again.
   * Frames come every 20 ms, but in a conversation with another leg only when it sends some.
   */
  overhear(sink: AudioSink): () => void;
  /** Hands over packets of audio and keys as they arrive, undecoded; the function returned takes the sink away again. */
  passOn(sink: PacketSink): () => void;
  /**
   * Presses keys (see DigitSender), in place of conversation and of what is played, as events, or as tones where the other side
   * takes no events. Resolves when done, called off, or closed.
   */
  sendDigits(digits: string, options?: DigitOptions): Promise<void>;
  readonly statistics: RtpStatistics;
  close(): Promise<void>;
}

export interface RtpEndpointOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  /** Address to bind to; default 127.0.0.1. */
  readonly host?: string;
  /** The address by which the other side reaches this one, an IPv4 address; default the one bound to, and 127.0.0.1 where that is 0.0.0.0. */
  readonly advertisedHost?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * Symmetric RTP: the first RTP packet after `connect` tells where the other side really is, whatever its session
   * description said. For peers behind address translation; default: where `advertisedHost` is given.
   */
  readonly latch?: boolean;
  /** Told of each packet, in and out, as it is on the wire; the bytes may be kept. */
  readonly onTrace?: (trace: RtpTrace) => void;
}

/** Opens a port for the audio of one leg. Rejects with the system's error when the port cannot be had. */
export async function openRtpEndpoint(options: RtpEndpointOptions): Promise<RtpEndpoint> {
  const socket = await bindUdp(options.host ?? loopback, options.port ?? 0);
  return new UdpRtpEndpoint(socket, options);
}
