import * as z from 'zod';
import { participantSchema } from '../../../../../shared/contracts/sma-event.ts';
import type { InvocationTrace } from '../../service/trace.ts';
import { maskUser, type Privacy } from '../watching/privacy.ts';
import type { CallNews, CallWatcher, WatchedCall } from '../watching/watched-call.ts';
import type { ActionRecord, CallRecord, EventRecord, LegRecord, SipRecord } from './call-record.ts';

const participantsSchema = z.looseObject({
  CallDetails: z.looseObject({ Participants: z.array(participantSchema) }),
});

interface Collected {
  readonly functions: Set<string>;
  readonly legs: Map<string, LegRecord>;
  readonly events: EventRecord[];
  readonly actions: ActionRecord[];
  readonly sip: SipRecord[];
}

/** Collects each call until it is over, and hands over its record then. */
export function callRecords(privacy: Privacy, write: (record: CallRecord) => void): CallWatcher {
  const calls = new WeakMap<WatchedCall, Collected>();

  const collectedOf = (call: WatchedCall): Collected => {
    const known = calls.get(call);
    if (known !== undefined) return known;
    const fresh = { functions: new Set<string>(), legs: new Map(), events: [], actions: [], sip: [] };
    calls.set(call, fresh);
    return fresh;
  };

  return (news) => {
    const { call } = news;
    if (call === undefined) return;
    collect(news, call, collectedOf(call), privacy);
    if (news.kind !== 'ended' || call.transactionId === undefined) return;
    const { functions, legs, ...rest } = collectedOf(call);
    calls.delete(call);
    write({
      tag: call.tag,
      transactionId: call.transactionId,
      functions: [...functions],
      startedAt: new Date(call.startedAt).toISOString(),
      endedAt: new Date(news.at).toISOString(),
      legs: [...legs.values()],
      ...rest,
    });
  };
}

function collect(news: CallNews, call: WatchedCall, into: Collected, privacy: Privacy): void {
  const isFull = privacy === 'full';
  switch (news.kind) {
    case 'sip': {
      const { summary, trace, leg } = news;
      const what = summary.kind === 'request' ? summary.method : `${summary.status} ${summary.method}`;
      into.sip.push({
        ms: news.at - call.startedAt,
        ...(leg === undefined ? {} : { leg }),
        direction: trace.direction,
        what,
      });
      return;
    }
    case 'leg': {
      const { callId, tag, direction, sipCallId } = news.trace;
      into.legs.set(callId, { callId, tag, direction, ...(sipCallId === undefined ? {} : { sipCallId }) });
      return;
    }
    case 'invocation':
      into.functions.add(news.trace.functionArn);
      into.events.push(eventRecord(news.trace, isFull));
      noteParties(news.trace, into.legs, privacy);
      return;
    case 'action': {
      const { actionType, result, milliseconds = 0 } = news.trace;
      if (result === undefined) return;
      into.actions.push({
        type: actionType,
        ms: Math.round(milliseconds),
        ...(result.kind === 'failed' ? { ErrorType: result.errorType } : {}),
        ...(isFull ? { result } : {}),
      });
      return;
    }
    case 'log':
    case 'functionFailed':
    case 'ended':
      return;
    default:
      news satisfies never;
  }
}

function eventRecord(trace: InvocationTrace, isFull: boolean): EventRecord {
  const { sequence, invocationEventType, milliseconds, deliveries, actions, failure, invalid, event, response } = trace;
  return {
    sequence,
    type: invocationEventType,
    ms: Math.round(milliseconds),
    deliveries,
    actions,
    ...(failure === undefined ? {} : { failure }),
    ...(invalid === undefined ? {} : { invalid: invalid.errorType }),
    ...(isFull ? { event, response } : {}),
  };
}

/** Who was called by whom stands in the events. */
function noteParties({ event }: InvocationTrace, legs: Map<string, LegRecord>, privacy: Privacy): void {
  const told = participantsSchema.safeParse(event);
  for (const { CallId: callId, ParticipantTag: tag, Direction: direction, To, From } of told.data?.CallDetails
    .Participants ?? []) {
    const parties = { to: maskUser(To, privacy), from: maskUser(From, privacy) };
    legs.set(callId, { ...(legs.get(callId) ?? { callId, tag, direction }), ...parties });
  }
}
