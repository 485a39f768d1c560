/** Where a SIP peer is reached: an IP address (or `localhost`) and a port from 1 to 65535. */
export interface SipAddress {
  readonly host: string;
  readonly port: number;
}

/** The protocols as they are written in a Via header (RFC 3261 §20.42). */
export type Protocol = 'UDP' | 'TCP' | 'TLS';

/** Carries whole SIP messages between this user agent and its peers (RFC 3261 §18). */
export interface Transport {
  readonly protocol: Protocol;
  /** True where nothing is lost under way, so that requests need no retransmission (RFC 3261 §17). */
  readonly reliable: boolean;
  /** The address that goes into Via and Contact. */
  readonly local: SipAddress;
  /** Called with one whole message, or what claims to be one, for each that arrives. */
  onMessage: ((bytes: Uint8Array, source: SipAddress) => void) | undefined;
  /** Hands one message over; `onFailure` is called, at most once and never synchronously, when it surely cannot leave. */
  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void;
  /** Lets what was handed over leave, then frees the socket. Closing twice does nothing. */
  close(): Promise<void>;
}

/** One message on the wire, for a call ladder on a developer's screen. It holds personal data: never log it. */
export interface SipTrace {
  readonly direction: 'in' | 'out';
  readonly protocol: Protocol;
  /** Where this user agent listens with that protocol. */
  readonly local: SipAddress;
  readonly remote: SipAddress;
  /** The message as it is on the wire; not to be changed. */
  readonly bytes: Uint8Array;
  /** The whole message as text, made of `bytes` each time it is read. */
  readonly message: string;
}

/** The next step of a message: over which transport, to which address. */
export interface Hop {
  readonly transport: Transport;
  readonly address: SipAddress;
  /** Whether the peer is there, whatever it gives as its address. */
  readonly isFixed?: boolean;
  /** Over TCP or TLS, where to try next when no connection to `address` can be had. */
  readonly otherwise?: SipAddress;
}
