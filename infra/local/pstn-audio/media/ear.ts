import type { AudioSink } from './audio.ts';
import { Hearing } from './hearing.ts';
import type { PacketSink, PassingPacket } from './passing-packet.ts';
import { Reception, type ReceptionCounts } from './reception.ts';
import { defaultCodecs, defaultEventPayloadType, type RemoteMedia } from './remote-media.ts';
import type { RtpPacket } from './rtp-packet.ts';

/** What comes from the other side of one call: counted, passed on as it arrives, and heard by those who listen. */
export class Ear {
  readonly #reception = new Reception();
  readonly #hearing = new Hearing();
  readonly #passing = new Set<PacketSink>();
  /** By payload type. */
  #contents: ReadonlyMap<number, PassingPacket['content']> = new Map();
  #ignored = 0;
  #closed = false;

  get counts(): ReceptionCounts & { readonly ignored: number } {
    const { received, lost, outOfOrder } = this.#reception;
    return { received, lost, outOfOrder, ignored: this.#ignored };
  }

  listenTo(remote: RemoteMedia): void {
    // What was agreed before is understood still: packets of it may be under way (RFC 3264 §8.3.2).
    this.#contents = new Map([...this.#contents, ...contentsOf(remote)]);
    this.#hearing.tonesAreKeys = remote.eventPayloadType === 'none';
  }

  /** Takes a packet; undefined is a datagram that was none, or from elsewhere. */
  accept(packet: RtpPacket | undefined): 'taken' | 'ignored' {
    const content = packet === undefined ? undefined : this.#contents.get(packet.payloadType);
    if (packet === undefined || content === undefined) return this.#ignore();
    if (this.#reception.accept(packet.ssrc, packet.sequence) === 'stray') return this.#ignore();
    const { marker, sequence, timestamp, payload } = packet;
    const passing = { content, stream: this.#reception.stream, marker, sequence, timestamp, payload };
    for (const sink of this.#passing) sink.packet(passing);
    this.#hearing.packet(passing);
    return 'taken';
  }

  listen(sink: AudioSink): () => void {
    if (!this.#closed) return this.#hearing.add(sink);
    sink.released?.();
    return () => undefined;
  }

  passOn(sink: PacketSink): () => void {
    if (this.#closed) sink.released?.();
    else this.#passing.add(sink);
    return () => this.#release(sink);
  }

  /** Nothing is heard any more, and all who listened are told. */
  close(): void {
    this.#closed = true;
    this.#hearing.clear();
    for (const sink of this.#passing) this.#release(sink);
  }

  #release(sink: PacketSink): void {
    if (this.#passing.delete(sink)) sink.released?.();
  }

  #ignore(): 'ignored' {
    this.#ignored += 1;
    return 'ignored';
  }
}

/** Under our own number, which our offers name, keys are heard whatever number the other side has for them. */
function contentsOf({
  codecs = defaultCodecs,
  eventPayloadType,
}: Pick<RemoteMedia, 'codecs' | 'eventPayloadType'>): ReadonlyMap<number, PassingPacket['content']> {
  return new Map<number, PassingPacket['content']>([
    [defaultEventPayloadType, 'event'],
    ...(typeof eventPayloadType === 'number' ? [[eventPayloadType, 'event'] as const] : []),
    ...codecs.map(({ name, payloadType }) => [payloadType, name] as const),
  ]);
}
