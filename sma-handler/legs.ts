import type { Participant, SmaEvent } from '../shared/contracts/sma-event.ts';

/** Looked up by tag: the order of Participants is not to be relied on. */
export function leg(event: SmaEvent, tag: Participant['ParticipantTag']): Participant | undefined {
  const tagged = event.CallDetails.Participants.filter(({ ParticipantTag }) => ParticipantTag === tag);
  // Of several other sides one after the other, the one that is there.
  return tagged.find(({ Status }) => Status !== 'Disconnected') ?? tagged[0];
}

/** A participant counts as connected until an event says otherwise: Status is absent at first. */
export function connectedLegs(event: SmaEvent): readonly Participant[] {
  return event.CallDetails.Participants.filter(({ Status }) => Status !== 'Disconnected');
}

/** The caller can leave while an action runs: an ACTION_ event then shows LEG-A disconnected before HANGUP comes. */
export function callerHasLeft(event: SmaEvent): boolean {
  return leg(event, 'LEG-A')?.Status === 'Disconnected';
}

/** The other side can leave as soon as it has answered: its result may show it disconnected already. */
export function otherSideHasLeft(event: SmaEvent): boolean {
  return leg(event, 'LEG-B')?.Status === 'Disconnected';
}

/** The leg that a HANGUP tells of: by its id, for a tag may have passed on to whoever was rung after it. */
export function endedLeg(event: SmaEvent): { readonly callId?: string; readonly isCaller: boolean } {
  const { CallId: callId, ParticipantTag: tag } = event.ActionData?.Parameters ?? {};
  const caller = leg(event, 'LEG-A');
  const isCaller =
    callId === undefined ? tag !== 'LEG-B' : callId === caller?.CallId || (tag === 'LEG-A' && caller === undefined);
  return { isCaller, ...(callId === undefined ? {} : { callId }) };
}

/** Somebody, or a meeting, that the caller is joined to, but for a leg that this very event says was hung up. */
export function otherSide(event: SmaEvent): Participant | undefined {
  const { Type: type, Parameters: { CallId: callId } = {} } = event.ActionData ?? {};
  return connectedLegs(event).find(
    ({ ParticipantTag, CallId }) => ParticipantTag === 'LEG-B' && !(type === 'Hangup' && CallId === callId),
  );
}

/** The leg that was hung up as we asked, when that is what the event tells. */
export function hungUpLeg({ ActionData }: SmaEvent): string | undefined {
  return ActionData?.Type === 'Hangup' ? ActionData.Parameters?.CallId : undefined;
}

/** Whoever is listed then was rung, and never joined. */
export function isJoiningFailed({ InvocationEventType: type, ActionData }: SmaEvent): boolean {
  return type === 'ACTION_FAILED' && (ActionData?.Type === 'CallAndBridge' || ActionData?.Type === 'JoinChimeMeeting');
}
