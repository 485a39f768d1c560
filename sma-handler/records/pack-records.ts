import type { invocationEventTypes } from '../../shared/contracts/sma-event.ts';
import type { PendingRecord } from './pending-record.ts';
import { packHappening } from './packed-happening.ts';
import { packList, packText } from './packed-text.ts';

/** Of this way to write records; by another one nothing is read. */
export const recordsFormat = '1';

/** For the events there are; another one is written out, after "=". */
export const eventCodes: Readonly<Record<(typeof invocationEventTypes)[number], string>> = {
  NEW_INBOUND_CALL: 'i',
  NEW_OUTBOUND_CALL: 'o',
  RINGING: 'r',
  CALL_ANSWERED: 'a',
  ACTION_SUCCESSFUL: 's',
  ACTION_FAILED: 'f',
  ACTION_INTERRUPTED: 'x',
  DIGITS_RECEIVED: 'd',
  CALL_UPDATE_REQUESTED: 'u',
  HANGUP: 'h',
  INVALID_LAMBDA_RESPONSE: 'n',
};

/** What mostly is as in the record before it. */
export type Carried = Partial<Pick<PendingRecord, 'callStartedAt' | 'contextId'>>;

/**
 * Records as text for TransactionAttributes: an invocation takes about 100 characters. Nothing to write is no text.
 *
 *     1|<sequence>;<ms after the call's start>;<ms taken>;<event>;<phase>;<actions>;<start>;<context id>;<happenings>|…
 *
 * The start and the context id are left out where they are as before; "-" says that there is no context id any more.
 */
export function packRecords(pending: readonly PendingRecord[]): string {
  if (pending.length === 0) return '';
  const packed = pending.map((record, index) => packRecord(record, pending[index - 1] ?? {}));
  return [recordsFormat, ...packed].join('|');
}

function packRecord(record: PendingRecord, before: Carried): string {
  const { sequence, at, tookMs, event, phase, actions, callStartedAt, contextId, happenings } = record;
  return [
    sequence,
    at - callStartedAt,
    tookMs,
    packEvent(event),
    packText(phase),
    packList(actions),
    callStartedAt === before.callStartedAt ? '' : callStartedAt,
    contextId === before.contextId ? '' : contextId === undefined ? '-' : `=${packText(contextId)}`,
    happenings.map(packHappening).join('!'),
  ].join(';');
}

function packEvent(event: string): string {
  return isKnownEvent(event) ? eventCodes[event] : `=${packText(event)}`;
}

function isKnownEvent(event: string): event is (typeof invocationEventTypes)[number] {
  return Object.hasOwn(eventCodes, event);
}
