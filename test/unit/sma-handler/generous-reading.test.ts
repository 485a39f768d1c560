import { typesOf } from '../../support/sma-actions.ts';
import { smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected } from '../../support/sma-event-builder.ts';

type Loose = Record<string, unknown>;

/** A call that begins, with a participant as AWS may describe it one day. */
function callWith(change: Loose): Loose {
  const event = anSmaEvent({ type: 'NEW_INBOUND_CALL' }) as Loose;
  const call = event['CallDetails'] as Loose;
  return { ...event, CallDetails: { ...call, Participants: [{ ...callerLeg, ...change }] } };
}

describe('an event that is not quite as expected', () => {
  it.each([
    { case: 'a status that is new', change: { Status: 'Ringing' } },
    { case: 'a status that is null', change: { Status: null } },
    { case: 'a tag in other letters', change: { ParticipantTag: 'Leg-A' } },
    { case: 'no number of the caller', change: { From: undefined } },
    { case: 'headers that are null', change: { SipHeaders: null } },
    { case: 'a header that is there twice', change: { SipHeaders: { 'X-Twice': ['a', 'b'] } } },
  ])('still lets a caller through: $case', async ({ change }) => {
    const sma = await smaFunction();

    expect(typesOf((await sma.handle(callWith(change))).Actions)).toContain('CallAndBridge');
  });

  it.each([
    { case: 'no data of an action', change: { ActionData: null } },
    { case: 'a leg that nobody knows', change: {}, extra: { ...calleeLeg, ParticipantTag: 'LEG-C' } },
  ])('leaves two who talk alone: $case', async ({ change, extra }) => {
    const sma = await smaFunction();
    const event = anSmaEvent({
      type: 'SOMETHING_NEW',
      participants: [connected(callerLeg), connected(calleeLeg)],
    }) as Loose;
    const call = event['CallDetails'] as Loose;
    const participants = [...(call['Participants'] as Loose[]), ...(extra === undefined ? [] : [extra])];

    const answer = await sma.handle({ ...event, ...change, CallDetails: { ...call, Participants: participants } });

    expect(answer.Actions).toEqual([]);
  });
});
