import { isIPv4 } from 'node:net';
import type { SessionDescriber } from './calls/call.ts';
import {
  formatSdp,
  formatSdpAnswer,
  mirrorDirection,
  parseSdp,
  type AudioPayload,
  type AudioSession,
  type SdpResult,
} from './sdp.ts';
import type { SipAddress } from './transport/transport.ts';

/** The codecs spoken here (RFC 3551 §4.5.14); key presses stand beside them (RFC 4733). */
const audioCodecs = ['PCMU', 'PCMA'] as const;
export type AudioCodecName = (typeof audioCodecs)[number];

/** How the other side wants its audio. */
export interface RemoteAudio extends SipAddress {
  /** The codecs that both understand, under the other side's numbers: the first is the one to be sent (RFC 3264 §7). */
  readonly codecs: readonly [AgreedAudioCodec, ...AgreedAudioCodec[]];
  /** Its payload type for telephone-event; 'none' when it takes none. */
  readonly eventPayloadType: number | 'none';
  /** False when it only sends or does neither: on hold. */
  readonly receives: boolean;
}

export interface AgreedAudioCodec {
  readonly name: AudioCodecName;
  readonly payloadType: number;
}

const staticTypes: Readonly<Record<AudioCodecName, number>> = { PCMU: 0, PCMA: 8 };
const defaultEventType = 101;

/** An offer of audio in these codecs, the preferred one first, heard at `address`; default PCMU, then PCMA. */
export function audioOffer(address: SipAddress, codecs: readonly AudioCodecName[] = audioCodecs): string {
  const offered = codecs.map((name) => ({ name, payloadType: staticTypes[name] }));
  return formatSdp(session(address, offered, defaultEventType, 'sendrecv'));
}

/**
 * The answer to an offer: what both understand, in the offer's order of preference and under its numbers (RFC 3264 §6.1).
 * Undefined when that is nothing, or when the audio is not wanted at an IPv4 address, which both deserve 488. (0.0.0.0 is one: it
 * once meant hold.)
 */
export function audioAnswer(
  offer: string,
  address: SipAddress,
  codecs: readonly AudioCodecName[] = audioCodecs,
): string | undefined {
  const read = parseIpv4(offer);
  const agreed = read.kind === 'session' ? codecsIn(read.session).filter(({ name }) => codecs.includes(name)) : [];
  if (read.kind === 'malformed' || agreed.length === 0) return undefined;
  const eventType = eventTypeOf(read.session);
  return formatSdpAnswer(offer, session(address, agreed, eventType, mirrorDirection(read.session.direction)));
}

/** Our side of a call whose audio is at `address`, described anew each time: a codec that was passed over once may be chosen later. */
export function audioDescriber(address: SipAddress, codecs: readonly AudioCodecName[] = audioCodecs): SessionDescriber {
  return {
    offer: () => audioOffer(address, codecs),
    answer: (offer) => audioAnswer(offer, address, codecs),
  };
}

/** What the other side's description says of it; undefined when it has no open stream in a codec spoken here, at an IPv4 address. */
export function remoteAudio(sdp: string | undefined): RemoteAudio | undefined {
  const read = sdp === undefined ? undefined : parseIpv4(sdp);
  if (read?.kind !== 'session' || read.session.port === 0) return undefined;
  const [first, ...others] = codecsIn(read.session);
  if (first === undefined) return undefined;
  const { address, port, direction } = read.session;
  return {
    host: address,
    port,
    codecs: [first, ...others],
    eventPayloadType: eventTypeOf(read.session) ?? 'none',
    receives: direction === 'sendrecv' || direction === 'recvonly',
  };
}

/** What cannot be sent to is refused at once: a call without sound would keep its caller waiting. */
function parseIpv4(sdp: string): SdpResult {
  const read = parseSdp(sdp);
  return read.kind === 'session' && !isIPv4(read.session.address)
    ? { kind: 'malformed', problem: 'its connection address is not IPv4' }
    : read;
}

function session(
  address: SipAddress,
  codecs: readonly AgreedAudioCodec[],
  eventType: number | undefined,
  direction: AudioSession['direction'],
): AudioSession {
  const events: AudioPayload[] =
    eventType === undefined ? [] : [{ type: eventType, encoding: 'telephone-event', clockRate: 8000, fmtp: '0-15' }];
  return {
    id: String(address.port),
    version: '1',
    address: address.host,
    port: address.port,
    payloads: [...codecs.map(({ name, payloadType: type }) => ({ type, encoding: name, clockRate: 8000 })), ...events],
    ptime: 20,
    direction,
  };
}

/** Each codec once, under the first number that it is given. */
function codecsIn({ payloads }: AudioSession): AgreedAudioCodec[] {
  const found = new Map<AudioCodecName, number>();
  for (const { type, encoding, clockRate } of payloads) {
    const name = audioCodecs.find((codec) => codec === encoding.toUpperCase());
    if (name !== undefined && clockRate === 8000 && !found.has(name)) found.set(name, type);
  }
  return [...found].map(([name, payloadType]) => ({ name, payloadType }));
}

function eventTypeOf({ payloads }: AudioSession): number | undefined {
  return payloads.find(({ encoding, clockRate }) => encoding.toLowerCase() === 'telephone-event' && clockRate === 8000)
    ?.type;
}
