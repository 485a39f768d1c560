import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { tagOf } from '../message/headers.ts';
import { branchCookie, formatVia } from '../message/via.ts';
import { responseTo, type ResponseParts } from '../message/response.ts';
import type { TransactionLayer } from '../transactions/layer.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import type { SipTiming } from '../transactions/timing.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import type { Hop, Protocol, SipAddress, Transport } from '../transport/transport.ts';

/** Whoever takes the requests of one dialog. */
export interface DialogUser {
  /** A request that has been admitted: BYE, INVITE, OPTIONS, PRACK or UPDATE. */
  receive(transaction: ServerTransaction): void;
  receiveAck(ack: SipRequest): void;
  /** Nothing more is sent or repeated. */
  abandon(): void;
}

/** What all calls of one user agent share. */
export interface CallCore {
  readonly timers: Timers;
  readonly timing: SipTiming;
  readonly ids: Ids;
  readonly userAgentName: string | undefined;
  readonly layer: TransactionLayer;
  /** By `Dialog.key`. */
  readonly dialogs: Map<string, DialogUser>;
  /** Where peers reach a transport: what goes into Via and Contact. */
  addressOf(transport: Transport): SipAddress;
  /** The transport for that protocol, if there is one. */
  transportFor(protocol: Protocol): Transport | undefined;
}

/** A tag for From or To, with 64 random bits (RFC 3261 §19.3 asks for at least 32). */
export function newTag(ids: Ids): string {
  return Buffer.from(ids.randomBytes(8)).toString('hex');
}

/** A Via value for a new client transaction. It asks for the real port of the sender (RFC 3581 §3). */
export function newVia(core: CallCore, transport: Transport): string {
  const params = new Map([
    ['branch', branchCookie + Buffer.from(core.ids.randomBytes(12)).toString('hex')],
    ['rport', ''],
  ]);
  const { host, port } = core.addressOf(transport);
  return formatVia({ protocol: transport.protocol, host: bracketed(host), port, params });
}

/**
 * The Contact header: where the other side reaches us within the dialog (RFC 3261 §8.1.1.8). To one who asks for a
 * `sips:` address it is one, too.
 */
export function contactHeader(core: CallCore, transport: Transport, asked?: string): SipHeader {
  const { protocol } = transport;
  const { host, port } = core.addressOf(transport);
  const address = `${bracketed(host)}:${port}`;
  const secure = protocol === 'TLS' && asked !== undefined && /^sips:/i.test(asked);
  const parameter = protocol === 'UDP' ? '' : `;transport=${protocol.toLowerCase()}`;
  return { name: 'Contact', value: secure ? `<sips:${address}>` : `<sip:${address}${parameter}>` };
}

/** The next step of a request within a dialog; `hop` is where the dialog's first message came from or went to. */
export function hopWithin(core: CallCore, dialog: Dialog, hop: Hop): Hop {
  if (hop.isFixed === true) return hop;
  const protocol = dialog.nextProtocol();
  const transport = (protocol === undefined ? undefined : core.transportFor(protocol)) ?? hop.transport;
  const address = dialog.nextHop(hop.address);
  // A peer that only ever calls may listen nowhere: the connection that it opened is the way back.
  return transport === hop.transport && transport.reliable
    ? { transport, address, otherwise: hop.address }
    : { transport, address };
}

/** What a request says of this software, where it has a name. */
export function agentHeaders(core: CallCore): SipHeader[] {
  return core.userAgentName === undefined ? [] : [{ name: 'User-Agent', value: core.userAgentName }];
}

/** A response that names this software, where it has a name. */
export function respondTo(
  core: CallCore,
  transaction: ServerTransaction,
  status: number,
  parts: ResponseParts = {},
): SipResponse {
  const server = core.userAgentName === undefined ? [] : [{ name: 'Server', value: core.userAgentName }];
  const headers = [...(parts.headers ?? []), ...server];
  // Random bits cost time: a tag is made only where none is given.
  const toTag = parts.toTag ?? (tagOf(transaction.request, 'To') === '' ? newTag(core.ids) : '');
  const response = responseTo(transaction.request, status, { ...parts, toTag, headers });
  transaction.respond(response);
  return response;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
