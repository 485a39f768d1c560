import type { ActionData, Participant, SmaEvent, TransactionAttributes } from '../../shared/contracts/sma-event.ts';

export const callerLeg: Participant = {
  CallId: '00000000-0000-4000-8000-00000000000a',
  ParticipantTag: 'LEG-A',
  To: '+14255550100',
  From: '+12065550123',
  Direction: 'Inbound',
  StartTimeInMilliseconds: '1795014000000',
};

export const calleeLeg: Participant = {
  CallId: '00000000-0000-4000-8000-00000000000b',
  ParticipantTag: 'LEG-B',
  To: '+12065550141',
  From: '+14255550100',
  Direction: 'Outbound',
  StartTimeInMilliseconds: '1795014005000',
};

export interface EventWish {
  readonly type: string;
  readonly sequence?: number;
  readonly transactionId?: string;
  readonly participants?: readonly Participant[];
  readonly attributes?: TransactionAttributes | undefined;
  readonly actionData?: ActionData;
  readonly sipHeaders?: Record<string, string>;
}

/** An invocation event in the shape that real ones were seen to have. */
export function anSmaEvent({
  type,
  sequence = 1,
  transactionId = '00000000-0000-4000-8000-000000000001',
  participants,
  attributes,
  actionData,
  sipHeaders,
}: EventWish): SmaEvent {
  const caller = sipHeaders === undefined ? callerLeg : { ...callerLeg, SipHeaders: sipHeaders };
  return {
    SchemaVersion: '1.0',
    Sequence: sequence,
    InvocationEventType: type,
    ...(actionData === undefined ? {} : { ActionData: actionData }),
    CallDetails: {
      TransactionId: transactionId,
      ...(attributes === undefined ? {} : { TransactionAttributes: attributes }),
      AwsAccountId: '111122223333',
      AwsRegion: 'us-east-1',
      SipRuleId: '00000000-0000-4000-8000-0000000000a1',
      SipMediaApplicationId: '00000000-0000-4000-8000-0000000000a2',
      Participants: participants === undefined ? [caller] : [...participants],
    },
  };
}

export function connected(participant: Participant): Participant {
  return { ...participant, Status: 'Connected' };
}

export function disconnected(participant: Participant): Participant {
  return { ...participant, Status: 'Disconnected' };
}

/** The event by which PSTN Audio tells of a call that Alexa ordered. */
export function skillCallEvent(
  order: { readonly userToUser?: string; readonly alexaClientId: string } | undefined,
  transactionId: string,
): SmaEvent {
  return anSmaEvent({
    type: 'NEW_INBOUND_CALL',
    transactionId,
    sipHeaders: { 'User-to-User': order?.userToUser ?? '', 'X-Alexa-LWA-ClientId': order?.alexaClientId ?? '' },
  });
}
