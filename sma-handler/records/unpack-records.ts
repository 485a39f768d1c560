import { callRecordSchema } from '../../shared/contracts/call-record.ts';
import { invocationEventTypes } from '../../shared/contracts/sma-event.ts';
import { eventCodes, recordsFormat, type Carried } from './pack-records.ts';
import type { PendingRecord } from './pending-record.ts';
import { unpackList, unpackText } from './packed-text.ts';
import { unpackHappening } from './unpacked-happening.ts';

const pendingRecordSchema = callRecordSchema.omit({ transactionId: true, sipMediaApplicationId: true, region: true });

/** Never throws: of what is not ours there are no records, and a record that cannot be read is left out. */
export function unpackRecords(text: string): readonly PendingRecord[] {
  const [found, ...packed] = text.split('|');
  if (found !== recordsFormat) return [];
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

function unpackEvent(packed: string): string | undefined {
  return packed.startsWith('=')
    ? unpackText(packed.slice(1))
    : invocationEventTypes.find((type) => eventCodes[type] === packed);
}
