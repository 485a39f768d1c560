import type { Ids } from '../../../../shared/ports/ids.ts';
import { silence, type AudioSink, type AudioSource, type Pcm } from './audio.ts';
import { codecs, translate } from './codec.ts';
import { DigitReceiver } from './digit-receiver.ts';
import { DigitSender, type DigitOptions, type DigitPacket } from './digit-sender.ts';
import { dtmfFrame } from './dtmf-tones.ts';
import { Hearing } from './hearing.ts';
import type { PacketSink, PassingPacket } from './passing-packet.ts';
import { defaultCodecs, defaultEventPayloadType, type AgreedCodec, type RemoteMedia } from './remote-media.ts';
import { RtpStream } from './rtp-stream.ts';

/** Where the packets of somebody else come from. */
export interface PacketSource {
  passOn(sink: PacketSink): () => void;
}

interface Conversation {
  /** Undefined where packets are passed on. */
  readonly source: AudioSource | undefined;
  stop: () => void;
}

/** How long a key is held that comes as an event and goes on as tones, ms. */
const translatedKey = { toneMilliseconds: 100, gapMilliseconds: 40 };

/**
 * What is said to the other side of one call: a conversation, in frames on our clock (a meeting) or in packets as they arrive (a
 * bridge), and over it, in its place, whatever is played. Keys that are pressed take the place of both.
 */
export class Speaker {
  readonly #send: (bytes: Uint8Array) => void;
  readonly #stream: RtpStream;
  readonly #overheard = new Hearing();
  readonly #digits = new DigitSender();
  readonly #passingDigits = new DigitReceiver();
  #codec: AgreedCodec = defaultCodecs[0];
  #eventPayloadType: number | 'none' = defaultEventPayloadType;
  #played: AudioSource | undefined;
  #conversation: Conversation | undefined;
  #closed = false;

  constructor(ids: Ids, send: (bytes: Uint8Array) => void) {
    this.#stream = new RtpStream(ids);
    this.#send = send;
  }

  speakTo({ codecs: [codec] = defaultCodecs, eventPayloadType = defaultEventPayloadType }: RemoteMedia): void {
    this.#codec = codec;
    this.#eventPayloadType = eventPayloadType;
  }

  play(source: AudioSource | undefined): void {
    if (source === this.#played) return;
    const before = this.#played;
    this.#played = this.#closed ? undefined : source;
    before?.released?.();
    if (this.#closed) source?.released?.();
  }

  converse(partner: AudioSource | PacketSource): () => void {
    this.#endConversation();
    const conversation: Conversation = { source: 'next' in partner ? partner : undefined, stop: () => undefined };
    const end = (): void => {
      if (this.#conversation === conversation) this.#endConversation();
    };
    if (this.#closed) conversation.source?.released?.();
    else {
      this.#conversation = conversation;
      if (!('next' in partner))
        conversation.stop = partner.passOn({ packet: (packet) => this.#pass(packet), released: end });
    }
    return end;
  }

  overhear(sink: AudioSink): () => void {
    if (!this.#closed) return this.#overheard.add(sink);
    sink.released?.();
    return () => undefined;
  }

  press(digits: string, options?: DigitOptions): Promise<void> {
    return this.#digits.press(digits, options);
  }

  /** 20 ms have passed. */
  tick(): void {
    this.#stream.tick();
    const press = this.#digits.next(this.#stream.timestamp);
    const said = this.#conversation?.source?.next();
    const played = this.#played?.next();
    // What was played may have ended itself just now: the conversation goes on at once.
    const interrupted = press !== undefined || played !== undefined || this.#interrupted;
    if (interrupted) this.#say(played, press);
    else if (this.#conversation === undefined || this.#conversation.source !== undefined) this.#say(said, undefined);
  }

  /** Nothing more is said, and no key pressed. */
  stop(): void {
    this.#closed = true;
    this.#digits.cancel();
  }

  /** Lets go whatever was played, conversed with or overheard. */
  close(): void {
    this.play(undefined);
    this.#endConversation();
    this.#overheard.clear();
  }

  /** Whether something takes the place of the conversation. */
  get #interrupted(): boolean {
    return this.#played !== undefined || this.#digits.busy;
  }

  #say(frame: Pcm = silence, press: DigitPacket | undefined): void {
    if (press?.elapsed === 0) this.#overheard.digit(press.digit);
    if (press !== undefined && this.#eventPayloadType !== 'none') {
      this.#overheard.frame(silence);
      const { payload, marker, timestamp } = press;
      this.#send(this.#stream.own({ payloadType: this.#eventPayloadType, payload, marker, timestamp }));
      return;
    }
    const heard = press === undefined ? frame : toneOf(press);
    this.#overheard.frame(heard);
    const { name, payloadType } = this.#codec;
    this.#send(this.#stream.own({ payloadType, payload: codecs[name].encode(heard) }));
  }

  #pass(packet: PassingPacket): void {
    if (packet.content === 'event' && this.#eventPayloadType === 'none') return this.#translateKey(packet);
    if (this.#interrupted) return;
    this.#overheard.packet(packet);
    const bytes =
      packet.content === 'event'
        ? this.#stream.passing(packet, Number(this.#eventPayloadType), packet.payload)
        : this.#stream.passing(
            packet,
            this.#codec.payloadType,
            translate(packet.payload, packet.content, this.#codec.name),
          );
    if (bytes !== undefined) this.#send(bytes);
  }

  #translateKey({ timestamp, payload, stream }: PassingPacket): void {
    const digit = this.#passingDigits.accept(timestamp, payload, stream);
    if (digit !== undefined) void this.#digits.press(digit, translatedKey);
  }

  #endConversation(): void {
    const conversation = this.#conversation;
    this.#conversation = undefined;
    conversation?.stop();
    conversation?.source?.released?.();
  }
}

/** Where the other side takes no events, it hears the key. */
function toneOf({ digit, elapsed }: DigitPacket): Pcm {
  return elapsed === undefined ? silence : dtmfFrame(digit, elapsed);
}
