import { headerValue, tagOf } from '../message/headers.ts';
import type { SipRequest } from '../message/message.ts';
import { dialogKey } from '../dialogs/dialog.ts';
import { TransactionLayer, type TransactionUser } from '../transactions/layer.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import type { SipTiming } from '../transactions/timing.ts';
import { serializeMessage } from '../message/serialize.ts';
import type { Hop, Protocol, SipAddress, Transport } from '../transport/transport.ts';
import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { refusalOf } from './admission.ts';
import type { IncomingCall, InviteRequest, OutgoingCall } from './call.ts';
import { newTag, respondTo, type CallCore, type DialogUser } from './call-core.ts';
import { optionsHeaders } from './capabilities.ts';
import { ReceivedCall } from './incoming-call.ts';
import { PlacedCall } from './outgoing-call.ts';
import { buildInvite } from './outgoing-invite.ts';

interface AgentOptions {
  readonly transports: readonly [Transport, ...Transport[]];
  readonly timers: Timers;
  readonly timing: SipTiming;
  readonly ids: Ids;
  readonly userAgentName: string | undefined;
  readonly advertisedHost: string | undefined;
  readonly onFault: ((error: unknown) => void) | undefined;
}

/** Bytes of a request that surely fit a datagram under way (RFC 3261 §18.1.1). */
const longestDatagram = 1300;

/** Sorts requests to the calls they belong to, and makes new calls (RFC 3261 §8). */
export class Agent implements TransactionUser, CallCore {
  readonly address: SipAddress;
  readonly addresses: ReadonlyMap<Protocol, SipAddress>;
  onInvite: ((call: IncomingCall) => void) | undefined;
  onOptions: ((request: SipRequest, source: SipAddress) => void) | undefined;
  readonly timers: Timers;
  readonly timing: SipTiming;
  readonly ids: Ids;
  readonly userAgentName: string | undefined;
  readonly layer: TransactionLayer;
  readonly dialogs = new Map<string, DialogUser>();
  readonly #transports: AgentOptions['transports'];
  readonly #advertisedHost: string | undefined;
  readonly #calls = new Set<ReceivedCall | PlacedCall>();
  #closed: Promise<void> | undefined;

  constructor(options: AgentOptions) {
    this.#transports = options.transports;
    this.#advertisedHost = options.advertisedHost;
    this.address = this.addressOf(options.transports[0]);
    this.addresses = new Map(options.transports.toReversed().map((each) => [each.protocol, this.addressOf(each)]));
    this.timers = options.timers;
    this.timing = options.timing;
    this.ids = options.ids;
    this.userAgentName = options.userAgentName;
    this.layer = new TransactionLayer({ ...options, user: this });
  }

  invite(request: InviteRequest): OutgoingCall {
    if (this.#closed !== undefined) throw new TypeError('this SIP user agent is closed; start another to place calls');
    const transport = this.#transportOf(request);
    const hop: Hop = { transport, address: request.target };
    const invite = buildInvite(this, request, transport);
    const credentials = request.credentials === undefined ? {} : { credentials: request.credentials };
    const tcp = this.#insteadOf(hop, request, invite);
    const call = new PlacedCall(
      this,
      tcp === undefined
        ? { invite, hop, ...credentials }
        : { invite: buildInvite(this, request, tcp.transport), hop: tcp, fallback: hop, ...credentials },
    );
    this.#keep(call);
    return call;
  }

  get held(): { readonly calls: number; readonly dialogs: number; readonly transactions: number } {
    return { calls: this.#calls.size, dialogs: this.dialogs.size, transactions: this.layer.size };
  }

  transportFor(protocol: Protocol): Transport | undefined {
    return this.#transports.find((each) => each.protocol === protocol);
  }

  addressOf({ local }: Transport): SipAddress {
    return { host: this.#advertisedHost ?? reachableHost(local.host), port: local.port };
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  newTag(): string {
    return newTag(this.ids);
  }

  onAck(ack: SipRequest): void {
    this.#dialogOf(ack)?.receiveAck(ack);
  }

  onRequest(transaction: ServerTransaction): void {
    const { request } = transaction;
    const inDialog = tagOf(request, 'To') !== '';
    // §9.2, §8.2.2.3: a CANCEL is not held against Require and the like.
    const refusal = request.method === 'CANCEL' ? undefined : refusalOf(request, transaction.merged && !inDialog);
    if (refusal !== undefined) respondTo(this, transaction, refusal.status, { headers: refusal.headers ?? [] });
    else if (request.method === 'CANCEL') this.#cancel(transaction);
    else if (inDialog) {
      const user = this.#dialogOf(request);
      // §12.2.2: a request for a dialog that does not exist, or no longer.
      if (user === undefined) respondTo(this, transaction, 481);
      else user.receive(transaction);
    } else this.#outsideDialog(transaction);
  }

  #outsideDialog(transaction: ServerTransaction): void {
    const { request, source } = transaction;
    const { method } = request;
    if (method === 'OPTIONS') {
      respondTo(this, transaction, 200, { headers: optionsHeaders });
      this.onOptions?.(request, source);
    }
    // §15.1.2, RFC 3262 §3, RFC 3311 §5.2: what makes sense within a dialog only.
    else if (method !== 'INVITE') respondTo(this, transaction, 481);
    else if (this.onInvite === undefined || this.#closed !== undefined) respondTo(this, transaction, 480);
    else {
      const call = new ReceivedCall(this, transaction);
      this.#keep(call);
      try {
        this.onInvite(call);
      } catch (error) {
        // Nobody has this call in hand: it must not stay open for ever.
        call.reject(500);
        throw error;
      }
    }
  }

  // §9.2: the CANCEL itself is always answered; the INVITE it means is then refused with 487, unless it has been answered.
  #cancel(transaction: ServerTransaction): void {
    const { cancels } = transaction;
    const toTag = cancels?.localTag;
    respondTo(this, transaction, cancels === undefined ? 481 : 200, toTag === undefined ? {} : { toTag });
    cancels?.onCancel?.();
  }

  #dialogOf(request: SipRequest): DialogUser | undefined {
    return this.dialogs.get(
      dialogKey(headerValue(request, 'Call-ID') ?? '', tagOf(request, 'To'), tagOf(request, 'From')),
    );
  }

  #transportOf({ protocol, requestUri }: InviteRequest): Transport {
    // §26.2.2: a sips URI is reached over TLS, or not at all.
    const wanted = protocol ?? (/^sips:/i.test(requestUri) ? 'TLS' : undefined);
    const transport = wanted === undefined ? this.#transports[0] : this.transportFor(wanted);
    if (transport === undefined) throw new TypeError(`this SIP user agent has no ${wanted} transport`);
    return transport;
  }

  // §18.1.1: longer than 1300 bytes, a request goes by a transport that knows congestion. On this machine nothing is cut.
  #insteadOf({ address, transport }: Hop, request: InviteRequest, invite: SipRequest): Hop | undefined {
    const tcp = this.transportFor('TCP');
    if (request.protocol !== undefined || transport.protocol !== 'UDP' || tcp === undefined) return undefined;
    const local = /^(127\.|localhost$|::1$)/i.test(address.host);
    return local || serializeMessage(invite).length <= longestDatagram ? undefined : { transport: tcp, address };
  }

  #keep(call: ReceivedCall | PlacedCall): void {
    this.#calls.add(call);
    void call.ended.then(() => this.#calls.delete(call));
  }

  async #close(): Promise<void> {
    // BYE and 480 go out once; nobody waits for their answers.
    for (const call of this.#calls) call.abandon();
    // A call that is over may still wait for the ACK of its 200, to send BYE.
    for (const user of this.dialogs.values()) user.abandon();
    this.dialogs.clear();
    this.layer.close();
    await Promise.all(this.#transports.map((transport) => transport.close()));
  }
}

/** Nobody can send to "every address": who listens there is at least reached from this machine. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
