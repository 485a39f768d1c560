import { next } from '../../../sma-handler/call-flow.ts';
import type { CallState } from '../../../sma-handler/call-state.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';
import { ownedNumber } from '../../support/attempts.ts';

const facts = { ruleId: 'r', callerId: ownedNumber };

function actionsAfter(state: CallState, wish: Parameters<typeof anSmaEvent>[0]): string[] {
  const step = next(state, { kind: 'event', event: anSmaEvent(wish) }, {});
  return step.kind === 'respond' ? step.actions.map(({ Type }) => Type) : [step.kind];
}

const alone = [connected(callerLeg)];
const together = [connected(callerLeg), connected(calleeLeg)];

describe('when a call’s attributes were lost', () => {
  const events = ['ACTION_SUCCESSFUL', 'ACTION_FAILED', 'INVALID_LAMBDA_RESPONSE', 'DIGITS_RECEIVED', 'SOMETHING_NEW'];

  it.each(events)('a caller who is alone is told and let go on %s', (type) => {
    expect(actionsAfter({ phase: 'new' }, { type, participants: alone })).toEqual(['Speak', 'Hangup']);
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
  it('changes nothing while somebody is rung', () => {
    const state: CallState = { phase: 'apologising', facts };

    expect(actionsAfter(state, { type: 'DIGITS_RECEIVED', participants: alone })).toEqual([]);
  });
});

describe('at the end of a call', () => {
  const hangupFailed = { Type: 'Hangup', ErrorType: 'SystemException' };

  it('a Hangup that failed is not asked for again', () => {
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

    expect(
      actionsAfter({ phase: 'connected', facts }, { type: 'HANGUP', participants: [callerLeg], actionData }),
    ).toEqual([]);
  });
});
