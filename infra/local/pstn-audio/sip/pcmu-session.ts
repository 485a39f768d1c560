import { formatSdp, formatSdpAnswer, mirrorDirection, parseSdp, type AudioPayload, type AudioSession } from './sdp.ts';
import type { SipAddress } from './transport/transport.ts';

/** The one codec spoken here (RFC 3551 §4.5.14), and key presses beside it (RFC 4733). */
const pcmu: AudioPayload = { type: 0, encoding: 'PCMU', clockRate: 8000 };
const defaultEventType = 101;

/** Where the other side wants its audio. */
export interface RemoteAudio extends SipAddress {
  /** Its payload type for telephone-event; absent when it takes none. */
  readonly eventPayloadType?: number;
}

/** An offer of PCMU audio, heard at `address`. */
export function pcmuOffer(address: SipAddress): string {
  return formatSdp(session(address, defaultEventType, 'sendrecv'));
}

/** The answer to an offer; undefined when it has no PCMU audio, which deserves 488. */
export function pcmuAnswer(offer: string, address: SipAddress): string | undefined {
  const read = parseSdp(offer);
  if (read.kind === 'malformed' || !offersPcmu(read.session)) return undefined;
  return formatSdpAnswer(offer, session(address, eventTypeOf(read.session), mirrorDirection(read.session.direction)));
}

/** What the other side's description says of it; undefined when the description has no PCMU stream that is open. */
export function remoteAudio(sdp: string | undefined): RemoteAudio | undefined {
  const read = sdp === undefined ? undefined : parseSdp(sdp);
  if (read?.kind !== 'session' || read.session.port === 0 || !offersPcmu(read.session)) return undefined;
  const eventPayloadType = eventTypeOf(read.session);
  return {
    host: read.session.address,
    port: read.session.port,
    ...(eventPayloadType === undefined ? {} : { eventPayloadType }),
  };
}

function session(
  address: SipAddress,
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
    payloads: [pcmu, ...events],
    ptime: 20,
    direction,
  };
}

function offersPcmu({ payloads }: AudioSession): boolean {
  return payloads.some(({ encoding, clockRate }) => encoding.toUpperCase() === 'PCMU' && clockRate === 8000);
}

function eventTypeOf({ payloads }: AudioSession): number | undefined {
  return payloads.find(({ encoding, clockRate }) => encoding.toLowerCase() === 'telephone-event' && clockRate === 8000)
    ?.type;
}
