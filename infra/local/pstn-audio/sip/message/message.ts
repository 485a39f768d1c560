/** One header field. The name stands as it was written, except that compact forms are expanded (RFC 3261 §7.3.3). */
export interface SipHeader {
  readonly name: string;
  /** The value unfolded, without surrounding white space. */
  readonly value: string;
}

/** A request (RFC 3261 §7.1). */
export interface SipRequest {
  readonly kind: 'request';
  /** Case matters: `invite` is another method than `INVITE`. */
  readonly method: string;
  /** The Request-URI as it stands on the wire; `parseUri` takes it apart. */
  readonly uri: string;
  /** In wire order, without Content-Length: the body knows its length. `headerValue` finds one whatever its case. */
  readonly headers: readonly SipHeader[];
  readonly body: Uint8Array;
}

/** A response (RFC 3261 §7.2). */
export interface SipResponse {
  readonly kind: 'response';
  /** 100 to 699. */
  readonly status: number;
  /** For human eyes; may be empty. */
  readonly reason: string;
  /** In wire order, without Content-Length: the body knows its length. `headerValue` finds one whatever its case. */
  readonly headers: readonly SipHeader[];
  readonly body: Uint8Array;
}

export type SipMessage = SipRequest | SipResponse;

/** A message without a body has this one. */
export const noBody: Uint8Array = new Uint8Array(0);
