import * as z from 'zod';
import { participantSchema } from '../../../../../shared/contracts/sma-event.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { InvocationTrace } from '../../service/trace.ts';
import { maskNumbers, maskUser, type Privacy } from '../watching/privacy.ts';
import type { CallNews, CallWatcher, WatchedCall } from '../watching/watched-call.ts';
import type { ActionRecord, CallRecord, EventRecord, LegRecord, SipRecord } from './call-record.ts';

const participantsSchema = z.looseObject({
  CallDetails: z.looseObject({ Participants: z.array(participantSchema) }),
});

/** How long the record of a call that is over waits for the answers to its BYEs: a peer on this machine needs a moment. */
const patienceMilliseconds = 2000;

export interface CallRecordsOptions {
  readonly privacy: Privacy;
  readonly timers: Timers;
  readonly write: (record: CallRecord) => void;
}

/** Collects calls, and hands over the record of each when it is over and its last BYE has been answered. */
export interface CallRecords {
  readonly watcher: CallWatcher;
  /** Hands over what still waits for an answer. */
  close(): void;
}

interface Collected {
  readonly functions: Set<string>;
  readonly legs: Map<string, LegRecord>;
  readonly events: EventRecord[];
  readonly actions: ActionRecord[];
  readonly sip: SipRecord[];
  readonly notes: string[];
  /** SIP Call-IDs of BYEs without an answer. */
  readonly openByes: Set<string>;
  /** The call is over; hands its record over, once. */
  finish?: () => void;
}

export function callRecords({ privacy, timers, write }: CallRecordsOptions): CallRecords {
  // Calls that nobody answers for, such as those to a number that is not there, never end: they are forgotten with whoever knew them.
  const calls = new WeakMap<WatchedCall, Collected>();
  const unfinished = new Set<() => void>();

  const collectedOf = (call: WatchedCall): Collected => {
    const known = calls.get(call);
    if (known !== undefined) return known;
    const lists = { legs: new Map(), events: [], actions: [], sip: [], notes: [] };
    const fresh = { functions: new Set<string>(), openByes: new Set<string>(), ...lists };
    calls.set(call, fresh);
    return fresh;
  };

  const end = (call: WatchedCall, transactionId: string, at: number): void => {
    const { functions, legs, openByes: _, ...rest } = collectedOf(call);
    const finish = (): void => {
      patience.cancel();
      unfinished.delete(finish);
      calls.delete(call);
      write({
        tag: call.tag,
        transactionId,
        functions: [...functions],
        startedAt: new Date(call.startedAt).toISOString(),
        endedAt: new Date(at).toISOString(),
        legs: [...legs.values()],
        ...rest,
      });
    };
    const patience = timers.after(patienceMilliseconds, finish);
    unfinished.add(finish);
    collectedOf(call).finish = finish;
  };

  return {
    watcher(news) {
      const { call } = news;
      // What comes after the record, such as a BYE that is sent again, is no part of it.
      if (call === undefined || (!calls.has(call) && news.kind === 'sip' && !isInvite(news))) return;
      const collected = collectedOf(call);
      collect(news, call, collected, privacy);
      if (news.kind === 'ended' && call.transactionId !== undefined) end(call, call.transactionId, news.at);
      if (collected.openByes.size === 0) collected.finish?.();
    },
    close() {
      for (const finish of unfinished) finish();
    },
  };
}

function isInvite({ summary }: Extract<CallNews, { kind: 'sip' }>): boolean {
  return summary.kind === 'request' && summary.method === 'INVITE';
}

function collect(news: CallNews, call: WatchedCall, into: Collected, privacy: Privacy): void {
  const isFull = privacy === 'full';
  switch (news.kind) {
    case 'sip': {
      const { summary, trace, leg } = news;
      const what = summary.kind === 'request' ? summary.method : `${summary.status} ${summary.method}`;
      if (what === 'BYE') into.openByes.add(summary.callId);
      else if (summary.method === 'BYE') into.openByes.delete(summary.callId);
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
      into.events.push(eventRecord(news.trace, privacy));
      noteParties(news.trace, into.legs, privacy);
      return;
    case 'action': {
      const { actionType, result, milliseconds = 0 } = news.trace;
      if (result === undefined) return;
      into.actions.push({
        type: actionType,
        ms: Math.round(milliseconds),
        ...(result.kind === 'failed' ? { ErrorType: result.errorType } : {}),
        ...(result.kind === 'failed' && result.note !== undefined ? { note: maskNumbers(result.note, privacy) } : {}),
        ...(isFull ? { result } : {}),
      });
      return;
    }
    case 'note':
      into.notes.push(maskNumbers(news.trace.note, privacy));
      return;
    case 'key':
    case 'log':
    case 'ended':
      return;
    default:
      news satisfies never;
  }
}

function eventRecord(trace: InvocationTrace, privacy: Privacy): EventRecord {
  const { sequence, invocationEventType, milliseconds, deliveries, actions, failure, errors, invalid } = trace;
  const { event, response } = trace;
  return {
    sequence,
    type: invocationEventType,
    ms: Math.round(milliseconds),
    deliveries,
    actions,
    ...(failure === undefined ? {} : { failure }),
    ...(errors.length === 0 ? {} : { errors: errors.map(({ errorType }) => maskNumbers(errorType, privacy)) }),
    ...(invalid === undefined ? {} : { invalid: invalid.errorType }),
    ...(privacy === 'full' ? { event, response } : {}),
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
