import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { IncomingCall, InviteRequest, OutgoingCall } from './calls/call.ts';
import { Agent } from './calls/agent.ts';
import { checkedText } from './calls/extra-headers.ts';
import type { SipRequest } from './message/message.ts';
import { sipTiming, type SipTiming } from './transactions/timing.ts';
import { withTrace } from './transport/tracing.ts';
import type { Protocol, SipAddress, SipTrace, Transport } from './transport/transport.ts';
import { listenUdp } from './transport/udp.ts';

export type {
  CallEnd,
  ExtraHeaders,
  IncomingCall,
  InviteOutcome,
  InviteRequest,
  OutgoingCall,
  SessionDescriber,
} from './calls/call.ts';
export type { SipCredentials } from './digest/authorize.ts';
export type { SipHeader, SipMessage, SipRequest, SipResponse } from './message/message.ts';
export type { SipTiming } from './transactions/timing.ts';
export type { Protocol, SipAddress, SipTrace, Transport } from './transport/transport.ts';

/** How a user agent is set up. */
export interface SipUserAgentOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  /** Address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /**
   * Address or name by which peers reach this user agent, for Via and Contact; default the one listened on, and loopback where
   * that is every address of the machine.
   */
  readonly advertisedHost?: string;
  /** UDP port to listen on; default 0, any free one. */
  readonly port?: number;
  /** Text of the User-Agent and Server headers; none by default. */
  readonly userAgentName?: string;
  /** Called for each message in and out. */
  readonly onTrace?: (line: SipTrace) => void;
  /**
   * Called with what was thrown while a message was handled, which is a bug: the message is answered with 500 where it still can
   * be, and the next are handled as ever. Without it the error is thrown on, as a program under test wants it.
   */
  readonly onFault?: (error: unknown) => void;
  /** Timer values in milliseconds; those left out are RFC 3261's. */
  readonly timing?: Partial<SipTiming>;
  /** Listen on these (`listenUdp`, `listenTcp`, `listenTls`) instead of UDP at `host` and `port`; the first is the default for calls that go out. */
  readonly transports?: readonly [Transport, ...Transport[]];
}

/**
 * A SIP user agent (RFC 3261): places and takes any number of calls at a time, as a phone does or each side of a
 * back-to-back user agent. It takes what others ask of it – reliable provisional responses (RFC 3262), UPDATE (RFC 3311),
 * session timers (RFC 4028), digest authentication (RFC 8760) – and asks for none of it. It knows no registration and no
 * DNS, and sends no re-INVITE of its own.
 */
export interface SipUserAgent {
  /** Where peers reach it: the address of its first transport, under the host that is advertised. */
  readonly address: SipAddress;
  /** Where peers reach it, by protocol. */
  readonly addresses: ReadonlyMap<Protocol, SipAddress>;
  /** What is in memory now. All are 0 half a minute (64·T1) after the last call. */
  readonly held: { readonly calls: number; readonly dialogs: number; readonly transactions: number };
  /** Called for each new call, before anything but 100 has been answered. Without a listener calls get 480. */
  onInvite: ((call: IncomingCall) => void) | undefined;
  /** Called for each OPTIONS outside any call, by which peers see whether we are there; it has been answered. */
  onOptions: ((request: SipRequest, source: SipAddress) => void) | undefined;
  /** Places a call. Throws a TypeError on text that cannot stand in a header, such as a line break. */
  invite(request: InviteRequest): OutgoingCall;
  /** Hangs up what is left, then frees sockets and timers. Closing twice does nothing. */
  close(): Promise<void>;
}

/** Starts a user agent; rejects when the address cannot be bound. */
export async function startSipUserAgent(options: SipUserAgentOptions): Promise<SipUserAgent> {
  const { advertisedHost, host, ids, onFault, onTrace, port, timers, timing, userAgentName } = options;
  if (userAgentName !== undefined) checkedText('userAgentName', userAgentName);
  const [first, ...others] = options.transports ?? [
    await listenUdp({ ...(host !== undefined && { host }), ...(port !== undefined && { port }) }),
  ];
  const traced = (transport: Transport): Transport =>
    onTrace === undefined ? transport : withTrace(transport, onTrace);
  return new Agent({
    transports: [traced(first), ...others.map(traced)],
    timers,
    timing: sipTiming(timing),
    ids,
    userAgentName,
    advertisedHost,
    onFault,
  });
}
