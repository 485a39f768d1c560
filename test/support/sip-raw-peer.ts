import type { SipAddress, Transport } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { parseMessage } from '../../infra/local/pstn-audio/sip/message/parse.ts';
import type { SipMessage } from '../../infra/local/pstn-audio/sip/message/message.ts';

/** A peer that sends whatever a test writes, right or wrong, and keeps what it gets. */
export class SipRawPeer {
  readonly received: SipMessage[] = [];
  readonly #transport: Transport;
  readonly #target: SipAddress;

  constructor(transport: Transport, target: SipAddress) {
    this.#transport = transport;
    this.#target = target;
    transport.onMessage = (bytes) => {
      const result = parseMessage(bytes);
      if (result.kind === 'message') this.received.push(result.message);
    };
  }

  get address(): SipAddress {
    return this.#transport.local;
  }

  /** Sends lines with CRLF between them, as one datagram. */
  send(lines: readonly string[] | Uint8Array): void {
    const bytes = lines instanceof Uint8Array ? lines : Buffer.from(lines.join('\r\n'));
    this.#transport.send(bytes, this.#target, () => undefined);
  }

  /** The statuses of the responses so far. */
  get statuses(): number[] {
    return this.received.flatMap((message) => (message.kind === 'response' ? [message.status] : []));
  }

  /** The last request of that method. */
  request(method: string): SipMessage | undefined {
    return this.received.findLast((message) => message.kind === 'request' && message.method === method);
  }
}

/** What a request from the raw peer says unless a test says otherwise; `null` leaves a header out. */
export interface RawRequest {
  readonly method?: string;
  readonly uri?: string;
  readonly branch?: string;
  readonly toTag?: string;
  readonly cseq?: string;
  readonly headers?: readonly string[];
  readonly replace?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** The lines of a request. */
export function rawRequest(peer: SipAddress, request: RawRequest = {}): string[] {
  const {
    method = 'INVITE',
    uri = 'sip:bob@127.0.0.1',
    branch = 'z9hG4bK-carol-1',
    toTag,
    cseq = '1',
    body = '',
  } = request;
  const defaults: Record<string, string> = {
    Via: `SIP/2.0/UDP ${peer.host}:${peer.port};branch=${branch}`,
    'Max-Forwards': '70',
    From: '<sip:carol@127.0.0.1>;tag=carol',
    To: `<sip:bob@127.0.0.1>${toTag === undefined ? '' : `;tag=${toTag}`}`,
    'Call-ID': 'carols-call',
    CSeq: `${cseq} ${method}`,
    Contact: `<sip:carol@${peer.host}:${peer.port}>`,
    ...(body !== '' && { 'Content-Type': 'application/sdp' }),
    'Content-Length': String(Buffer.byteLength(body)),
  };
  const fields = Object.entries({ ...defaults, ...request.replace }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [`${method} ${uri} SIP/2.0`, ...fields, ...(request.headers ?? []), '', body];
}
