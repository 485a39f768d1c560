import type { Timers } from '../../../../../shared/ports/timers.ts';
import { headerProblem } from '../message/check.ts';
import { headerValues, rawHeaderValues } from '../message/headers.ts';
import type { SipMessage, SipRequest, SipResponse } from '../message/message.ts';
import { parseMessage } from '../message/parse.ts';
import { responseTo } from '../message/response.ts';
import { serializeMessage } from '../message/serialize.ts';
import type { Hop, SipAddress, Transport } from '../transport/transport.ts';
import { InviteClient } from './invite-client.ts';
import { InviteServer } from './invite-server.ts';
import { clientKey, mergeKey, serverKey } from './keys.ts';
import type { ClientMachine, ClientMachineOptions, MachineOptions, ServerMachine } from './machine.ts';
import { NonInviteClient } from './non-invite-client.ts';
import { NonInviteServer } from './non-invite-server.ts';
import { responseAddress, withReceived } from './response-path.ts';
import { ReceivedRequest, type ServerTransaction } from './server-transaction.ts';
import type { SipTiming } from './timing.ts';

/** What a client transaction reports to its user. */
export type ClientHandlers = Pick<ClientMachineOptions, 'onResponse' | 'onTimeout' | 'onUnreachable'>;

/** Who uses the transactions (RFC 3261 §5 "transaction user"). */
export interface TransactionUser {
  onRequest(transaction: ServerTransaction): void;
  /** An ACK of a 2xx, which is a transaction of its own without an answer (§17). */
  onAck(ack: SipRequest): void;
  /** A tag for responses that no dialog gives one. */
  newTag(): string;
}

interface LayerOptions {
  readonly transports: readonly Transport[];
  readonly timers: Timers;
  readonly timing: SipTiming;
  readonly user: TransactionUser;
  /** Called with what was thrown while a message was handled; without it the error is thrown on. */
  readonly onFault: ((error: unknown) => void) | undefined;
}

/** Matches what arrives to transactions and sends what they send (RFC 3261 §17, §18). */
export class TransactionLayer {
  readonly #options: LayerOptions;
  readonly #clients = new Map<string, ClientMachine>();
  readonly #servers = new Map<string, { machine: ServerMachine; transaction: ServerTransaction }>();
  readonly #merges = new Map<string, string>();

  constructor(options: LayerOptions) {
    this.#options = options;
    for (const transport of options.transports)
      transport.onMessage = (bytes, source) => this.#take(bytes, source, transport);
  }

  /** Sends a request in a client transaction; the way out of it is `stop`. */
  request(request: SipRequest, hop: Hop, handlers: ClientHandlers): ClientMachine {
    const key = clientKey(request);
    const machine: ClientMachine = new (request.method === 'INVITE' ? InviteClient : NonInviteClient)({
      ...this.#machineOptions(hop.transport),
      ...handlers,
      request,
      send: (message) => this.#send(message, hop, (cause) => machine.transportFailed(cause)),
      onTerminated: () => void this.#clients.delete(key),
    });
    this.#clients.set(key, machine);
    machine.start();
    return machine;
  }

  /** Sends a message that expects nothing back: the ACK of a 2xx (§13.2.2.4). */
  sendOnce(message: SipMessage, hop: Hop): void {
    this.#send(message, hop, () => undefined);
  }

  /** How many transactions there are. */
  get size(): number {
    return this.#clients.size + this.#servers.size;
  }

  /** Forgets all transactions, and hears of nothing more. */
  close(): void {
    for (const transport of this.#options.transports) transport.onMessage = undefined;
    for (const machine of this.#clients.values()) machine.stop();
    for (const { machine } of this.#servers.values()) machine.stop();
  }

  #machineOptions(transport: Transport): Omit<MachineOptions, 'send' | 'onTerminated'> {
    return { timers: this.#options.timers, timing: this.#options.timing, reliable: transport.reliable };
  }

  #send(message: SipMessage, hop: Hop, onFailure: (cause: Error) => void): void {
    const { address, otherwise, transport } = hop;
    const bytes = serializeMessage(message);
    const again =
      otherwise === undefined || (otherwise.host === address.host && otherwise.port === address.port)
        ? onFailure
        : () => transport.send(bytes, otherwise, onFailure);
    transport.send(bytes, address, again);
  }

  // One message that finds a bug must not end the calls of all others.
  #take(bytes: Uint8Array, source: SipAddress, transport: Transport): void {
    const { onFault } = this.#options;
    try {
      this.#receive(bytes, source, transport);
    } catch (error) {
      if (onFault === undefined) throw error;
      onFault(error);
    }
  }

  #receive(bytes: Uint8Array, source: SipAddress, transport: Transport): void {
    const result = parseMessage(bytes);
    if (result.kind === 'malformed') {
      if (result.request !== undefined)
        this.#refuseMalformed(withReceived(result.request, source), source, transport, result.status, result.problem);
    } else if (result.message.kind === 'response') this.#receiveResponse(result.message);
    else {
      const request = withReceived(result.message, source);
      const problem = headerProblem(request);
      if (problem === undefined) this.#receiveRequest(request, source, transport);
      else this.#refuseMalformed(request, source, transport, 400, problem);
    }
  }

  #receiveResponse(response: SipResponse): void {
    // §8.1.3.3: a response with more than our own Via was misrouted. A malformed one is dropped.
    if (headerProblem(response) !== undefined || headerValues(response, 'Via').length !== 1) return;
    this.#clients.get(clientKey(response))?.receive(response);
  }

  #receiveRequest(request: SipRequest, source: SipAddress, transport: Transport): void {
    const key = serverKey(request);
    const known = this.#servers.get(key);
    if (request.method === 'ACK') {
      if (known?.machine.receive(request) !== true) this.#options.user.onAck(request);
    } else if (known === undefined) this.#begin(key, request, source, transport);
    else known.machine.receive(request);
  }

  #begin(key: string, request: SipRequest, source: SipAddress, transport: Transport): void {
    const hop: Hop = { transport, address: responseAddress(request, source, transport) };
    const copyKey = mergeKey(request);
    const merged = this.#merges.has(copyKey);
    if (!merged) this.#merges.set(copyKey, key);
    const machine: ServerMachine = new (request.method === 'INVITE' ? InviteServer : NonInviteServer)({
      ...this.#machineOptions(transport),
      send: (message) => this.#send(message, hop, (cause) => machine.transportFailed(cause)),
      onTerminated: () => {
        this.#servers.delete(key);
        if (this.#merges.get(copyKey) === key) this.#merges.delete(copyKey);
      },
    });
    const cancels =
      request.method === 'CANCEL' ? this.#servers.get(serverKey(request, 'INVITE'))?.transaction : undefined;
    const transaction = new ReceivedRequest(machine, { request, source, transport, cancels, merged });
    this.#servers.set(key, { machine, transaction });
    try {
      this.#options.user.onRequest(transaction);
    } catch (error) {
      // §21.5.1; dropped by the transaction where a final answer has been sent.
      const toTag = transaction.localTag ?? this.#options.user.newTag();
      transaction.respond(responseTo(request, 500, { toTag }));
      throw error;
    }
    // §17.2.1: 100 keeps the caller from repeating an INVITE that is being thought about.
    if (request.method === 'INVITE' && !transaction.responded) transaction.respond(responseTo(request, 100));
  }

  // §16.3, §8.2: refused without a transaction, as nothing in it can be trusted to match one. An ACK is never answered.
  #refuseMalformed(
    request: SipRequest,
    source: SipAddress,
    transport: Transport,
    status: number,
    problem: string,
  ): void {
    // A Via that cannot be read still says where an answer goes: back to where the request came from.
    if (request.method === 'ACK' || !/^SIP\s*\/\s*\d+\.\d+\s*\//i.test(rawHeaderValues(request, 'Via')[0] ?? ''))
      return;
    const response = responseTo(request, status, {
      toTag: this.#options.user.newTag(),
      ...(status === 400 && { reason: `Bad Request: ${problem}` }),
    });
    this.sendOnce(response, { transport, address: responseAddress(request, source, transport) });
  }
}
