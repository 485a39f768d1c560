import type { CallState } from '../../../sma-handler/call-state.ts';
import { defaultPlan } from '../../../sma-handler/routing/default-destination.ts';
import { rescue } from '../../../sma-handler/rescue.ts';
import { say } from '../../../shared/domain/call-speech/words.ts';
import { adviser, downtown, mailbox, ownedNumber, supportDesk } from '../../support/attempts.ts';
import { spokenIn, typesOf, uriOf } from '../../support/sma-actions.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

const lastResort = defaultPlan(`pstn:${downtown.number}`, ownedNumber);
const facts = { entry: 'phone', ruleId: 'r', callerId: ownedNumber, contextId: 'id', locale: 'fr-CA' } as const;
const place = { meetingId: 'm', attendeeId: 'a' };
const following = { facts, attemptNumber: 1, remaining: [mailbox], recording: 'off' } as const;

const trying: CallState = { ...following, phase: 'trying', current: supportDesk };
const talking: CallState = { ...following, phase: 'connected', current: supportDesk };
const waiting: CallState = { ...following, phase: 'waiting', current: adviser, meeting: place, rounds: 1 };
const leaving: CallState = { ...following, phase: 'leaving' };
const asked: CallState[] = [
  { ...following, phase: 'choosing', options: ['billing'] },
  { ...following, phase: 'confirming' },
  { ...following, phase: 'consenting' },
  { phase: 'offering', facts, attemptNumber: 1, recording: 'off' },
  { phase: 'surveying', facts },
];
const lastWords: CallState[] = [
  { phase: 'parting', facts },
  { phase: 'apologising', facts },
];
const everywhere: CallState[] = [{ phase: 'new' }, trying, talking, waiting, leaving, ...asked, ...lastWords];

const alone = [connected(callerLeg)];
const together = [connected(callerLeg), connected(calleeLeg)];
const results = ['ACTION_SUCCESSFUL', 'ACTION_FAILED', 'INVALID_LAMBDA_RESPONSE'];

function rescued(state: CallState, wish: Partial<Parameters<typeof anSmaEvent>[0]> = {}) {
  const event = anSmaEvent({ type: 'ACTION_FAILED', participants: alone, ...wish });
  return rescue(state, event, { world: {}, defaultPlan: lastResort });
}

describe('a caller for whom the flow has broken down', () => {
  it('goes to the default destination when the call begins', () => {
    expect(uriOf(rescued({ phase: 'new' }, { type: 'NEW_INBOUND_CALL' }).actions)).toBe(downtown.number);
  });

  it.each([{ phase: 'new' } as const, trying, leaving, ...asked])(
    'goes there when what was done for them is over: $phase',
    (state) => {
      for (const type of results) expect(uriOf(rescued(state, { type }).actions)).toBe(downtown.number);
    },
  );

  it('is told in their own language, and keeps what is known of them', () => {
    const { actions, state } = rescued(trying);

    expect(spokenIn(actions)).toEqual([say('tryingSomebodyElse', 'fr-CA').text]);
    expect(state).toMatchObject({ facts: { entry: 'phone', contextId: 'id', locale: 'fr-CA' } });
  });

  it('goes there once: the next time they are told that nobody can be reached', () => {
    const first = rescued(trying);

    const second = rescued(first.state);

    expect(spokenIn(second.actions)).toEqual([say('nobodyAnswered', 'fr-CA').text]);
    expect(typesOf(second.actions)).toEqual(['Speak', 'Hangup']);
    expect(second.state.phase).toBe('apologising');
  });

  it('is told so at once where there is nobody to be rung by default', () => {
    const event = anSmaEvent({ type: 'ACTION_FAILED', participants: alone });

    const { actions } = rescue(trying, event, { world: {}, defaultPlan: { ...lastResort, attempts: [] } });

    expect(typesOf(actions)).toEqual(['Speak', 'Hangup']);
  });

  it('leaves no meeting behind that was opened for them', () => {
    expect(rescued({ ...trying, current: adviser, meeting: place }).closeMeeting).toEqual(place);
  });

  it('is taken out of a meeting in which nobody would look after them any more', () => {
    const { actions, state } = rescued(waiting, {
      type: 'ACTION_SUCCESSFUL',
      participants: together,
      actionData: { Type: 'Pause' },
    });

    expect(actions).toMatchObject([{ Type: 'Hangup', Parameters: { CallId: calleeLeg.CallId } }]);
    expect(state).toMatchObject({ phase: 'leaving', remaining: lastResort.attempts });
  });

  it('is told, and hung up, who was called back: nobody is rung for what may be a voicemail', () => {
    const { actions } = rescued({ phase: 'callingBack', contextId: 'id' }, { type: 'CALL_ANSWERED' });

    expect(typesOf(actions)).toEqual(['Speak', 'Hangup']);
  });

  it.each(lastWords)('is hung up, having heard the last words: $phase', (state) => {
    for (const type of results) expect(typesOf(rescued(state, { type }).actions)).toEqual(['Hangup']);
  });

  it.each(everywhere)('keeps what is being done for them on an event that ends nothing of it: $phase', (state) => {
    for (const type of ['RINGING', 'NEW_OUTBOUND_CALL', 'DIGITS_RECEIVED', 'CALL_UPDATE_REQUESTED', 'SOMETHING_NEW'])
      expect(rescued(state, { type })).toMatchObject({ actions: [], state });
  });

  it.each(results)('goes on talking where there is somebody to talk to, on %s', (type) => {
    expect(rescued(talking, { type, participants: together })).toMatchObject({ actions: [], state: talking });
  });

  it('goes on talking to whoever has just answered', () => {
    const actionData = { Type: 'CallAndBridge' };

    const { actions, state } = rescued(trying, { type: 'ACTION_SUCCESSFUL', participants: together, actionData });

    expect(actions).toEqual([]);
    expect(state.phase).toBe('connected');
  });

  it.each(everywhere)('is left with nothing to be said when they have gone: $phase', (state) => {
    const gone = [disconnected(callerLeg), connected(calleeLeg)];

    for (const type of results) {
      const { actions } = rescued(state, { type, participants: gone });

      expect(actions).toMatchObject([{ Type: 'Hangup', Parameters: { CallId: calleeLeg.CallId } }]);
    }
  });
});

describe('a HANGUP for which the flow has broken down', () => {
  const hangupOf = (gone: typeof callerLeg, left: typeof callerLeg): Partial<Parameters<typeof anSmaEvent>[0]> => ({
    type: 'HANGUP',
    participants: [disconnected(gone), connected(left)],
    actionData: { Type: 'Hangup', Parameters: { CallId: gone.CallId, ParticipantTag: gone.ParticipantTag } },
  });

  it.each(everywhere)('of the caller hangs up whoever is left: $phase', (state) => {
    const { actions, state: after } = rescued(state, hangupOf(callerLeg, calleeLeg));

    expect(actions).toMatchObject([{ Type: 'Hangup', Parameters: { CallId: calleeLeg.CallId } }]);
    expect(after.phase).toBe('ended');
  });

  it('of the other side ends the conversation with words', () => {
    expect(typesOf(rescued(talking, hangupOf(calleeLeg, callerLeg)).actions)).toEqual(['Speak', 'Hangup']);
  });

  it.each([waiting, leaving])('of the other side is the end of what was done for the caller: $phase', (state) => {
    expect(uriOf(rescued(state, hangupOf(calleeLeg, callerLeg)).actions)).toBe(downtown.number);
  });

  it.each([trying, ...asked, ...lastWords])('of another leg changes nothing of what is being done: $phase', (state) => {
    expect(rescued(state, hangupOf(calleeLeg, callerLeg))).toMatchObject({ actions: [], state });
  });
});
