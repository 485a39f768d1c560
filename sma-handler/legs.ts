import type { Participant, SmaEvent } from '../shared/contracts/sma-event.ts';
import { isE164, type E164 } from '../shared/domain/phone-number.ts';

/** Looked up by tag: the order of Participants is not to be relied on. */
export function leg(event: SmaEvent, tag: Participant['ParticipantTag']): Participant | undefined {
  return event.CallDetails.Participants.find(({ ParticipantTag }) => ParticipantTag === tag);
}

/** A participant counts as connected until an event says otherwise: Status is absent at first. */
export function connectedLegs(event: SmaEvent): readonly Participant[] {
  return event.CallDetails.Participants.filter(({ Status }) => Status !== 'Disconnected');
}

/** The caller can leave while an action runs: an ACTION_ event then shows LEG-A disconnected before HANGUP comes. */
export function callerHasLeft(event: SmaEvent): boolean {
  return leg(event, 'LEG-A')?.Status === 'Disconnected';
}

/** The number that the call shows, which a caller may withhold or choose. */
export function callerNumber(event: SmaEvent): E164 | undefined {
  const from = leg(event, 'LEG-A')?.From;
  return from !== undefined && isE164(from) ? from : undefined;
}
