import { next } from '../../../sma-handler/call-flow.ts';
import type { CallState } from '../../../sma-handler/call-state.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';
import { downtown, ownedNumber } from '../../support/attempts.ts';

const facts = { entry: 'phone', ruleId: 'r', callerId: ownedNumber } as const;

function actionsAfter(state: CallState, wish: Parameters<typeof anSmaEvent>[0]): string[] {
  const step = next(state, { kind: 'event', event: anSmaEvent(wish) }, {});
  return step.kind === 'respond' ? step.actions.map(({ Type }) => Type) : [step.kind];
}

const talking: CallState = {
  phase: 'connected',
  facts,
  attemptNumber: 1,
  current: downtown,
  remaining: [],
  recording: 'off',
};

const alone = [connected(callerLeg)];
const together = [connected(callerLeg), connected(calleeLeg)];

describe('when a call’s attributes were lost', () => {
  const events = ['ACTION_SUCCESSFUL', 'ACTION_FAILED', 'INVALID_LAMBDA_RESPONSE', 'DIGITS_RECEIVED', 'SOMETHING_NEW'];
  const sequence = 5;

  it('whoever is left is hung up on HANGUP', () => {
    const actionData = { Type: 'Hangup', Parameters: { CallId: calleeLeg.CallId, ParticipantTag: 'LEG-B' as const } };
    const participants = [disconnected(calleeLeg), connected(callerLeg)];

    expect(actionsAfter({ phase: 'new' }, { type: 'HANGUP', participants, actionData })).toEqual(['Hangup']);
  });

  it('a caller who is called back is asked whether they want to be connected', () => {
    expect(actionsAfter({ phase: 'new' }, { type: 'CALL_ANSWERED', participants: alone })).toEqual(['route']);
  });

  it.each(events)('a caller who is alone is told and let go on %s', (type) => {
    expect(actionsAfter({ phase: 'new' }, { type, sequence, participants: alone })).toEqual(['Speak', 'Hangup']);
  });

  it.each(events)('two who talk are left alone on %s', (type) => {
    expect(actionsAfter({ phase: 'new' }, { type, participants: together })).toEqual([]);
  });

  it.each(events)('nothing is said to a caller who has left on %s', (type) => {
    expect(actionsAfter({ phase: 'new' }, { type, participants: [disconnected(callerLeg)] })).toEqual([]);
  });

  it.each(['NEW_OUTBOUND_CALL', 'RINGING', 'ACTION_INTERRUPTED'])(
    'nothing is asked for on %s, whose answer does not count',
    (type) => {
      expect(actionsAfter({ phase: 'new' }, { type, participants: alone })).toEqual([]);
    },
  );
});

describe('an event that the flow does not ask for', () => {
  const ringing: CallState = { ...talking, phase: 'trying' };
  const underWay: CallState[] = [ringing, talking, { phase: 'parting', facts }, { phase: 'apologising', facts }];

  it.each(underWay)('changes nothing in a call that is $phase', (state) => {
    for (const type of ['SOMETHING_NEW', 'RINGING', 'ACTION_INTERRUPTED'])
      expect(actionsAfter(state, { type, participants: alone })).toEqual([]);
  });

  it.each(underWay.filter((state) => state !== talking))(
    'as keys are, changes nothing in a call that is $phase',
    (state) => {
      expect(actionsAfter(state, { type: 'DIGITS_RECEIVED', participants: alone })).toEqual([]);
    },
  );
});

describe('at the end of a call', () => {
  const hangupFailed = { Type: 'Hangup', ErrorType: 'SystemException' };

  it('a Hangup that failed is not asked for again, but what is left of the others is', () => {
    const actionData = { ...hangupFailed, Parameters: { CallId: callerLeg.CallId } };
    const others = [connected(callerLeg), connected(calleeLeg)];

    expect(actionsAfter({ phase: 'ended' }, { type: 'ACTION_FAILED', participants: alone, actionData })).toEqual([]);
    expect(actionsAfter({ phase: 'ended' }, { type: 'ACTION_FAILED', participants: others, actionData })).toEqual([
      'Hangup',
    ]);
  });

  it('a Hangup that failed is not asked for again where the event does not say of which leg', () => {
    expect(
      actionsAfter({ phase: 'ended' }, { type: 'ACTION_FAILED', participants: alone, actionData: hangupFailed }),
    ).toEqual([]);
  });

  it('a leg that is still there is hung up when anything else fails', () => {
    const failed = { Type: 'Speak', ErrorType: 'SystemException' };

    expect(
      actionsAfter({ phase: 'ended' }, { type: 'ACTION_FAILED', participants: alone, actionData: failed }),
    ).toEqual(['Hangup']);
  });

  it('a Hangup that failed during the apology is asked for again', () => {
    expect(
      actionsAfter({ phase: 'apologising' }, { type: 'ACTION_FAILED', participants: alone, actionData: hangupFailed }),
    ).toEqual(['Hangup']);
  });

  it('the leg that HANGUP names is gone, even where the participants do not say so', () => {
    const actionData = { Type: 'Hangup', Parameters: { CallId: callerLeg.CallId } };

    expect(actionsAfter(talking, { type: 'HANGUP', participants: [callerLeg], actionData })).toEqual([]);
  });
});
