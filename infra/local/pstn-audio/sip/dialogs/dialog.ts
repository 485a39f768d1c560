import { headerValue, headerValues, addressHeader, tagOf } from '../message/headers.ts';
import { noBody, type SipHeader, type SipRequest, type SipResponse } from '../message/message.ts';
import { parseCSeq } from '../message/cseq.ts';
import { parseNameAddr } from '../message/name-addr.ts';
import { parseUri, type SipUri } from '../message/uri.ts';
import { literalHost } from '../transactions/response-path.ts';
import type { Protocol, SipAddress } from '../transport/transport.ts';

interface DialogFacts {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly localAddress: string;
  readonly remoteAddress: string;
  readonly remoteTarget: string;
  readonly routeSet: readonly string[];
  readonly localSequence: number;
  readonly remoteSequence: number | undefined;
}

/** A peer-to-peer relation between two user agents (RFC 3261 §12). */
export class Dialog {
  readonly key: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly #facts: DialogFacts;
  #remoteTarget: string;
  #routeSet: readonly string[];
  #localSequence: number;
  #remoteSequence: number | undefined;

  constructor(facts: DialogFacts) {
    this.#facts = facts;
    this.localTag = facts.localTag;
    this.remoteTag = facts.remoteTag;
    this.key = dialogKey(facts.callId, facts.localTag, facts.remoteTag);
    this.#remoteTarget = facts.remoteTarget;
    this.#routeSet = facts.routeSet;
    this.#localSequence = facts.localSequence;
    this.#remoteSequence = facts.remoteSequence;
  }

  /** The Request-URI of requests within the dialog (§12.2.1.1). */
  get requestUri(): string {
    return this.#path().uri;
  }

  /** The next CSeq number for a request of ours. */
  nextSequence(): number {
    this.#localSequence += 1;
    return this.#localSequence;
  }

  /** Takes note of a request from the other side; false when it comes out of order (§12.2.2). */
  acceptSequence(request: SipRequest): boolean {
    const number = parseCSeq(headerValue(request, 'CSeq') ?? '')?.number ?? 0;
    if (this.#remoteSequence !== undefined && number < this.#remoteSequence) return false;
    this.#remoteSequence = number;
    return true;
  }

  /** Takes over the Contact of a target refresh request, such as a re-INVITE (§12.2.2). */
  refreshTarget(request: SipRequest): void {
    this.#remoteTarget = addressHeader(request, 'Contact')?.uri ?? this.#remoteTarget;
  }

  /** Takes over route set and target of the 2xx that confirms an early dialog of ours (§13.2.2.4). */
  confirmWith(response: SipResponse): void {
    this.#routeSet = headerValues(response, 'Record-Route').toReversed();
    this.#remoteTarget = addressHeader(response, 'Contact')?.uri ?? this.#remoteTarget;
  }

  /** A request within the dialog (§12.2.1.1); `via` is its one Via value, `sequence` its CSeq number. */
  request(
    method: string,
    via: string,
    sequence: number,
    headers: readonly SipHeader[] = [],
    body: Uint8Array = noBody,
  ): SipRequest {
    const { uri, routes } = this.#path();
    const own: SipHeader[] = [
      { name: 'Via', value: via },
      { name: 'Max-Forwards', value: '70' },
      ...routes.map((value) => ({ name: 'Route', value })),
      { name: 'From', value: this.#facts.localAddress },
      { name: 'To', value: this.#facts.remoteAddress },
      { name: 'Call-ID', value: this.#facts.callId },
      { name: 'CSeq', value: `${sequence} ${method}` },
    ];
    return { kind: 'request', method, uri, headers: [...own, ...headers], body };
  }

  /**
   * Where requests within the dialog go (§8.1.2). Nothing is looked up in DNS: when the next hop is a name, the packets
   * go to `fallback`, where the dialog's first message came from or went to.
   */
  nextHop(fallback: SipAddress): SipAddress {
    const uri = this.#nextUri();
    const host = uri === undefined ? undefined : literalHost(uri.host);
    if (uri === undefined || host === undefined) return fallback;
    return { host, port: uri.port ?? (this.nextProtocol() === 'TLS' ? 5061 : 5060) };
  }

  /** The protocol that the next hop's URI asks for (§19.1.1); undefined when it names none, or one not known here. */
  nextProtocol(): Protocol | undefined {
    const uri = this.#nextUri();
    const named = uri?.params.get('transport')?.toUpperCase();
    if (uri?.scheme === 'sips' || named === 'TLS') return 'TLS';
    return named === 'UDP' || named === 'TCP' ? named : undefined;
  }

  #nextUri(): SipUri | undefined {
    const first = this.#routeSet[0];
    const uri = parseUri(first === undefined ? this.#remoteTarget : (parseNameAddr(first)?.uri ?? ''));
    return uri?.scheme === 'sip' || uri?.scheme === 'sips' ? uri : undefined;
  }

  #path(): { uri: string; routes: readonly string[] } {
    const routeSet = this.#routeSet;
    const first = routeSet[0] === undefined ? undefined : parseNameAddr(routeSet[0])?.uri;
    const parsed = first === undefined ? undefined : parseUri(first);
    const strict = parsed !== undefined && 'host' in parsed && !parsed.params.has('lr');
    // §12.2.1.1: a strict router stands in the Request-URI itself, and the remote target comes last in Route.
    if (!strict || first === undefined) return { uri: this.#remoteTarget, routes: routeSet };
    return { uri: first, routes: [...routeSet.slice(1), `<${this.#remoteTarget}>`] };
  }
}

/** The dialog's identity, seen from our side (§12). */
export function dialogKey(callId: string, localTag: string, remoteTag: string): string {
  return `${callId}\n${localTag}\n${remoteTag}`;
}

/** The dialog that our response with `localTag` to an INVITE makes (§12.1.1). */
export function dialogAsCallee(invite: SipRequest, localTag: string, localAddress: string): Dialog {
  const from = headerValue(invite, 'From') ?? '';
  return new Dialog({
    callId: headerValue(invite, 'Call-ID') ?? '',
    localTag,
    remoteTag: tagOf(invite, 'From'),
    localAddress,
    remoteAddress: from,
    remoteTarget: addressHeader(invite, 'Contact')?.uri ?? parseNameAddr(from)?.uri ?? '',
    routeSet: headerValues(invite, 'Record-Route'),
    localSequence: 0,
    remoteSequence: parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number,
  });
}

/** The dialog that a response to our INVITE makes (§12.1.2): the route set is the Record-Route in reverse. */
export function dialogAsCaller(invite: SipRequest, response: SipResponse): Dialog {
  return new Dialog({
    callId: headerValue(invite, 'Call-ID') ?? '',
    localTag: tagOf(invite, 'From'),
    remoteTag: tagOf(response, 'To'),
    localAddress: headerValue(invite, 'From') ?? '',
    remoteAddress: headerValue(response, 'To') ?? '',
    remoteTarget: addressHeader(response, 'Contact')?.uri ?? invite.uri,
    routeSet: headerValues(response, 'Record-Route').toReversed(),
    localSequence: parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 0,
    remoteSequence: undefined,
  });
}
