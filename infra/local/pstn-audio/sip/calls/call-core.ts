import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { branchCookie, formatVia } from '../message/via.ts';
import { responseTo, type ResponseParts } from '../message/response.ts';
import type { ServerTransaction, TransactionLayer } from '../transactions/layer.ts';
import type { SipTiming } from '../transactions/timing.ts';
import type { Transport } from '../transport/transport.ts';

/** The methods this user agent understands (RFC 3261 §20.5). */
export const allowedMethods = 'INVITE, ACK, CANCEL, BYE, OPTIONS';

/** Whoever takes the requests of one dialog. */
export interface DialogUser {
  /** A request that has been admitted: BYE, INVITE or OPTIONS. */
  receive(transaction: ServerTransaction): void;
  receiveAck(ack: SipRequest): void;
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
}

/** A tag for From or To, with 64 random bits (RFC 3261 §19.3 asks for at least 32). */
export function newTag(ids: Ids): string {
  return Buffer.from(ids.randomBytes(8)).toString('hex');
}

/** A Via value for a new client transaction. It asks for the real port of the sender (RFC 3581 §3). */
export function newVia(ids: Ids, transport: Transport): string {
  const params = new Map([
    ['branch', branchCookie + Buffer.from(ids.randomBytes(12)).toString('hex')],
    ['rport', ''],
  ]);
  return formatVia({
    protocol: transport.protocol,
    host: bracketed(transport.local.host),
    port: transport.local.port,
    params,
  });
}

/** The Contact header: where the other side reaches us within the dialog (RFC 3261 §8.1.1.8). */
export function contactHeader(transport: Transport): SipHeader {
  const parameter = transport.protocol === 'UDP' ? '' : `;transport=${transport.protocol.toLowerCase()}`;
  return { name: 'Contact', value: `<sip:${bracketed(transport.local.host)}:${transport.local.port}${parameter}>` };
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
  const response = responseTo(transaction.request, status, { toTag: newTag(core.ids), ...parts, headers });
  transaction.respond(response);
  return response;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
