import { callRecordSchema } from '../../shared/contracts/call-record.ts';
import { invocationEventTypes } from '../../shared/contracts/sma-event.ts';
import type { PendingRecord } from './pending-record.ts';
import { packHappening, unpackHappening } from './packed-happening.ts';
import { packList, packText, unpackList, unpackText } from './packed-text.ts';

/** Of this way to write records; by another one nothing is read. */
const format = '1';

/** For the events there are; another one is written out, after "=". */
const eventCodes: Readonly<Record<(typeof invocationEventTypes)[number], string>> = {
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

const pendingRecordSchema = callRecordSchema.omit({ transactionId: true, sipMediaApplicationId: true, region: true });

/** What mostly is as in the record before it. */
type Carried = Partial<Pick<PendingRecord, 'callStartedAt' | 'contextId'>>;

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
  return [format, ...packed].join('|');
}

/** Never throws: of what is not ours there are no records, and a record that cannot be read is left out. */
export function unpackRecords(text: string): readonly PendingRecord[] {
  const [found, ...packed] = text.split('|');
  if (found !== format) return [];
  const records: PendingRecord[] = [];
  let before: Carried = {};
  for (const each of packed) {
    const read = pendingRecordSchema.safeParse(unpackRecord(each, before));
    if (!read.success) continue;
    records.push(read.data);
    before = read.data;
  }
  return records;
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

function unpackRecord(packed: string, before: Carried): unknown {
  const [sequence, after, took, event = '', phase = '', actions = '', start = '', context = '', happenings = ''] =
    packed.split(';');
  const callStartedAt = start === '' ? before.callStartedAt : Number(start);
  const contextId = context === '' ? before.contextId : context === '-' ? undefined : unpackText(context.slice(1));
  return {
    sequence: Number(sequence || Number.NaN),
    at: Number(after || Number.NaN) + (callStartedAt ?? Number.NaN),
    tookMs: Number(took || Number.NaN),
    event: unpackEvent(event),
    phase: unpackText(phase),
    actions: unpackList(actions),
    callStartedAt,
    ...(contextId === undefined ? {} : { contextId }),
    happenings: happenings === '' ? [] : happenings.split('!').flatMap((each) => unpackHappening(each) ?? []),
  };
}

function packEvent(event: string): string {
  return isKnownEvent(event) ? eventCodes[event] : `=${packText(event)}`;
}

function unpackEvent(packed: string): string | undefined {
  return packed.startsWith('=')
    ? unpackText(packed.slice(1))
    : invocationEventTypes.find((type) => eventCodes[type] === packed);
}

function isKnownEvent(event: string): event is (typeof invocationEventTypes)[number] {
  return Object.hasOwn(eventCodes, event);
}
