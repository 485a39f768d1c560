import type { SipCredentials } from '../digest/authorize.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import type { Protocol, SipAddress } from '../transport/transport.ts';

/** Header fields to add, by name. Values may hold any text but line breaks; several values make several fields. */
export type ExtraHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * How a call ended. `transport` means nobody decided it: the peer fell silent or cannot be reached.
 * `status` is there when a final response other than 2xx ended the call.
 */
export interface CallEnd {
  readonly by: 'remote' | 'local' | 'transport';
  readonly cause: 'bye' | 'cancel' | 'refused' | 'timeout' | 'unreachable';
  readonly status?: number;
}

/** Says anew what we can do, in the middle of a call (RFC 3264 §8). Which version of our description it is, the call adds. */
export interface SessionDescriber {
  /** All that we can do, as for a new call. */
  offer(): string;
  /** The answer to an offer, direction mirrored; undefined when it has nothing that we can do: 488. */
  answer(offer: string): string | undefined;
}

/** What both directions of a call have in common. */
export interface Call {
  /** Unique in this process; not the Call-ID header, which a forked call shares. */
  readonly id: string;
  /** The Call-ID header, by which the messages of the call are found in a trace. */
  readonly sipCallId: string;
  /** The other side's latest session description, early media included; undefined until there is one. */
  readonly remoteSdp: string | undefined;
  /**
   * Called when the other side describes its session anew: the answer to a late offer in an ACK or PRACK, or a re-INVITE or
   * UPDATE (hold, resume, moved media, another codec), which has been answered.
   */
  onRemoteSdp: ((sdp: string) => void) | undefined;
  /** Describes our side when the other side offers anew, or asks for an offer; without one our last description is given again. */
  describer: SessionDescriber | undefined;
  /** Resolves once, however the call ends; never rejects. */
  readonly ended: Promise<CallEnd>;
}

/** A call that came in. The first of `answer`, `reject`, `hangUp` decides; whatever does not fit the state does nothing. */
export interface IncomingCall extends Call {
  /** The INVITE: `request.uri`, `request.headers`. */
  readonly request: SipRequest;
  /** Where the INVITE came from. */
  readonly source: SipAddress;
  /** How the INVITE came. */
  readonly protocol: Protocol;
  /** 180 Ringing. To a caller that requires 100rel it is repeated until its PRACK is here (RFC 3262). */
  ring(headers?: ExtraHeaders): void;
  /**
   * 183 Session Progress with early media. To an INVITE without an offer it would be one, which only a reliable response may carry
   * (RFC 3262 §5): a caller who does not require 100rel gets 180 without it.
   */
  progress(sdp: string, headers?: ExtraHeaders): void;
  /**
   * 200 OK, retransmitted until the ACK (RFC 3261 §13.3.1.4); where a reliable `progress` waits for its PRACK, after that
   * (RFC 3262 §3). To an INVITE without SDP, `sdp` is the offer.
   */
  answer(sdp: string, headers?: ExtraHeaders): void;
  /** A final response from 300 to 699; throws a RangeError on any other status. */
  reject(status: number, reason?: string, headers?: ExtraHeaders): void;
  /**
   * BYE, held back until the ACK is here (RFC 3261 §15); before an answer: 480.
   * The call counts as ended at once (RFC 3261 §15.1.1).
   */
  hangUp(headers?: ExtraHeaders): void;
}

/** A call that goes out. */
export interface OutgoingCall extends Call {
  /** Resolves once with what became of the INVITE; never rejects. */
  readonly answered: Promise<InviteOutcome>;
  /** Called for each provisional response from 101 to 199, with its session description if it has one. */
  onProgress: ((status: number, sdp: string | undefined) => void) | undefined;
  /**
   * CANCEL, held back until a provisional response is here (RFC 3261 §9.1). `answered` says `cancelled` when the other
   * side has confirmed or fallen silent for 64·T1. A 200 that crosses the CANCEL is acknowledged and ended with BYE.
   * Does nothing once answered.
   */
  cancel(headers?: ExtraHeaders): void;
  /** CANCEL or BYE, as the state wants, with `headers` such as Reason (RFC 3326). With a BYE the call counts as ended at once (RFC 3261 §15.1.1). */
  hangUp(headers?: ExtraHeaders): void;
}

/** What became of an INVITE. */
export type InviteOutcome =
  | { readonly kind: 'answered'; readonly sdp: string; readonly response: SipResponse }
  /** A final response of 300 or more; a redirection is not followed. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string; readonly response: SipResponse }
  | { readonly kind: 'cancelled' }
  /** No response at all within Timer B. */
  | { readonly kind: 'timedOut' }
  /** The INVITE could not leave this machine. */
  | { readonly kind: 'unreachable'; readonly cause: string };

/** A call to place. */
export interface InviteRequest {
  /** Where the packets go. */
  readonly target: SipAddress;
  /** A sip: or tel: URI. */
  readonly requestUri: string;
  /** The caller's URI, without angle brackets, display name or tag. */
  readonly from: string;
  /** Any text without line breaks. */
  readonly fromDisplayName?: string;
  /** Default: `requestUri`. */
  readonly to?: string;
  /** Added after the stack's own headers. Naming one of those (Via, From, To, Call-ID, CSeq, …) throws. */
  readonly headers?: ExtraHeaders;
  /** The offer. */
  readonly sdp: string;
  /** 1 to 255, default 70. A back-to-back user agent passes on what came in, less one (RFC 7332). */
  readonly maxForwards?: number;
  /**
   * Default: TLS to a `sips:` URI, else the user agent's first transport; an INVITE that is too long for a datagram goes
   * over TCP, where there is a TCP transport and the target is not on this machine, and over UDP when that fails
   * (RFC 3261 §18.1.1).
   */
  readonly protocol?: Protocol;
  /** Who we are, for a peer that asks with 401 or 407 (RFC 3261 §22): the INVITE is then sent again, once. */
  readonly credentials?: SipCredentials;
}
