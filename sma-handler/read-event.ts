import { smaEventSchema, type SmaEvent } from '../shared/contracts/sma-event.ts';

type Fields = Readonly<Record<string, unknown>>;

export type EventReading =
  { readonly kind: 'event'; readonly event: SmaEvent } | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * Reads an event generously: a caller is on the line, and what AWS may add or leave out one day is no reason to hang up. Fields that are null
 * count as absent, participants on legs that nobody knows are passed over, a status that is none of the known ones counts as none.
 */
export function readEvent(received: unknown): EventReading {
  const read = smaEventSchema.safeParse(loosened(received));
  return read.success ? { kind: 'event', event: read.data } : { kind: 'unreadable', error: read.error };
}

function loosened(received: unknown): unknown {
  if (!isObject(received)) return received;
  const { ActionData: data, CallDetails: call, ...others } = withoutNulls(received);
  return {
    ...others,
    ...(isObject(data) ? { ActionData: withParameters(withoutNulls(data)) } : {}),
    CallDetails: isObject(call) ? callOf(withoutNulls(call)) : call,
  };
}

function withParameters({ Parameters: parameters, ...data }: Fields): Fields {
  return isObject(parameters) ? { ...data, Parameters: withoutNulls(parameters) } : data;
}

function callOf({ Participants: participants, TransactionAttributes: attributes, ...call }: Fields): Fields {
  return {
    ...call,
    ...(isObject(attributes) ? { TransactionAttributes: textsOf(attributes) } : {}),
    Participants: Array.isArray(participants) ? participants.flatMap(participantOf) : participants,
  };
}

function participantOf(participant: unknown): readonly Fields[] {
  if (!isObject(participant)) return [];
  const {
    ParticipantTag: tag,
    Status: status,
    SipHeaders: headers,
    Direction: direction,
    ...others
  } = withoutNulls(participant);
  const known = String(tag).toUpperCase();
  if (known !== 'LEG-A' && known !== 'LEG-B') return [];
  return [
    {
      From: '',
      To: '',
      StartTimeInMilliseconds: '',
      ...others,
      ParticipantTag: known,
      Direction: direction === 'Outbound' ? direction : 'Inbound',
      ...(status === 'Connected' || status === 'Disconnected' ? { Status: status } : {}),
      ...(isObject(headers) ? { SipHeaders: textsOf(headers) } : {}),
    },
  ];
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

function textsOf(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
