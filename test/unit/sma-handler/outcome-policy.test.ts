import type { OutcomePolicy } from '../../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { next } from '../../../sma-handler/call-flow.ts';
import type { CallState } from '../../../sma-handler/call-state.ts';
import { attemptsAfter } from '../../../shared/domain/routing/remaining-attempts.ts';
import {
  adviser,
  bellevue,
  closedToday,
  directory,
  downtown,
  holdOn,
  mobile,
  ownedNumber,
  supportDesk,
} from '../../support/attempts.ts';
import { typesOf, uriOf } from '../../support/sma-actions.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected } from '../../support/sma-event-builder.ts';

function under(onOutcome: OutcomePolicy): Attempt {
  return { ...downtown, onOutcome };
}

function trying(current: Attempt, remaining: readonly Attempt[], contextId?: string): CallState {
  const facts = {
    entry: 'phone',
    ruleId: 'r',
    callerId: ownedNumber,
    ...(contextId === undefined ? {} : { contextId }),
  } as const;
  return { phase: 'trying', facts, attemptNumber: 1, current, remaining, recording: 'off' };
}

function actionsWhen(current: Attempt, remaining: readonly Attempt[], errorType: string, contextId?: string) {
  return actionsOf(trying(current, remaining, contextId), errorType);
}

function actionsOf(state: CallState, errorType: string) {
  const event = anSmaEvent({
    type: 'ACTION_FAILED',
    participants: [connected(callerLeg)],
    actionData: { Type: 'CallAndBridge', ErrorType: errorType },
  });
  const step = next(state, { kind: 'event', event }, {});
  return step.kind === 'respond' ? step.actions : [];
}

describe('after an attempt that failed', () => {
  it.each(['CallNotAnswered', 'InvalidActionParameter', 'SystemException', 'SomethingNew'])(
    'the next is made on %s, unless its policy says otherwise',
    (errorType) => {
      expect(uriOf(actionsWhen(downtown, [bellevue], errorType))).toBe('+14255550142');
    },
  );

  it('the next of another kind is made where the policy says so', () => {
    const actions = actionsWhen(under({ notAnswered: 'nextKind' }), [bellevue, mobile, supportDesk], 'CallNotAnswered');

    expect(uriOf(actions)).toBe('+12065550199');
  });

  it('the caller is told when there is none of another kind', () => {
    const actions = actionsWhen(under({ notAnswered: 'nextKind' }), [bellevue], 'CallNotAnswered');

    expect(actions.map(({ Type }) => Type)).toEqual(['Speak', 'Hangup']);
  });

  it('the call ends where the policy says so, whoever is left', () => {
    const actions = actionsWhen(under({ misconfigured: 'end' }), [bellevue, supportDesk], 'InvalidActionParameter');

    expect(actions.map(({ Type }) => Type)).toEqual(['Speak', 'Hangup']);
  });

  it('a policy is for its own outcome only', () => {
    expect(uriOf(actionsWhen(under({ misconfigured: 'end' }), [bellevue], 'CallNotAnswered'))).toBe('+14255550142');
  });

  it('a contact centre is rung again without headers before its policy comes into force', () => {
    const strict: Attempt = { ...supportDesk, onOutcome: { misconfigured: 'end' } };
    const again = actionsWhen(strict, [downtown], 'InvalidActionParameter', 'id');
    const bare: Attempt = { ...strict, headers: { profile: 'none' } };

    expect(typesOf(again)).toEqual(['CallAndBridge']);
    expect(JSON.stringify(again)).not.toContain('SipHeaders');
    expect(actionsWhen(bare, [downtown], 'InvalidActionParameter', 'id').map(({ Type }) => Type)).toEqual([
      'Speak',
      'Hangup',
    ]);
  });

  it('fixed headers are left out too when a contact centre is rung again', () => {
    const fixed: Attempt = { ...supportDesk, headers: { profile: 'rfc7433', fixed: { 'X-Queue': 'cards' } } };

    const again = actionsWhen(fixed, [downtown], 'InvalidActionParameter', 'id');

    expect(uriOf(again)).toBe('+12065550150');
    expect(JSON.stringify(again)).not.toContain('X-Queue');
  });

  it('a contact centre is rung again once, whatever else of it is refused', () => {
    const state = { ...trying(supportDesk, [downtown], 'id'), without: ['headers'] } as CallState;

    expect(uriOf(actionsOf(state, 'InvalidActionParameter'))).toBe('+12065550141');
  });

  it('a contact centre that got no headers is not rung again', () => {
    expect(uriOf(actionsWhen(supportDesk, [downtown], 'InvalidActionParameter'))).toBe('+12065550141');
  });

  it('an answer that PSTN Audio did not take counts as misconfigured', () => {
    const state = trying(under({ misconfigured: 'end', unreachable: 'next' }), [bellevue]);
    const refused = { ...anSmaEvent({ type: 'INVALID_LAMBDA_RESPONSE' }), ErrorType: 'InvalidActions' };
    const throttled = { ...refused, ErrorType: 'ActionExecutionThrottled' };

    expect(next(state, { kind: 'event', event: refused }, {})).toMatchObject({ state: { phase: 'apologising' } });
    expect(next(state, { kind: 'event', event: throttled }, {})).toMatchObject({ state: { phase: 'trying' } });
  });

  it('a meeting that nobody comes to is not answered', () => {
    const waiting = {
      ...trying({ ...adviser, timeoutSeconds: 10, onOutcome: { notAnswered: 'end' } }, [bellevue]),
      phase: 'waiting',
      meeting: { meetingId: 'm', attendeeId: 'a' },
      rounds: 1,
    } as CallState;
    const participants = [connected(callerLeg), connected(calleeLeg)];
    const event = anSmaEvent({ type: 'ACTION_SUCCESSFUL', participants, actionData: { Type: 'Pause' } });

    const step = next(waiting, { kind: 'attendeesCounted', event, others: false }, {});

    expect(step).toMatchObject({ state: { phase: 'leaving', remaining: [] } });
  });

  it('a meeting that cannot be opened is unreachable', () => {
    const state = trying({ ...adviser, onOutcome: { unreachable: 'end' } }, [bellevue]);

    const step = next(state, { kind: 'meetingFailed', event: anSmaEvent({ type: 'NEW_INBOUND_CALL' }), words: [] }, {});

    expect(step).toMatchObject({ state: { phase: 'apologising' } });
  });
});

describe('what is left to try', () => {
  it('is nobody of the same kind in a row after a decline, for a person has answered', () => {
    expect(attemptsAfter(downtown, 'declined', [bellevue, adviser, mobile])).toEqual([adviser, mobile]);
  });

  it('is nobody of the same kind after a decline, though a message comes in between', () => {
    expect(attemptsAfter(downtown, 'declined', [bellevue, holdOn, bellevue])).toEqual([]);
    expect(attemptsAfter(downtown, 'declined', [holdOn, bellevue, adviser, bellevue])).toEqual([adviser, bellevue]);
  });

  it('begins with the message right before the next kind, or at the end', () => {
    expect(attemptsAfter(downtown, 'declined', [bellevue, holdOn, adviser])).toEqual([holdOn, adviser]);
    expect(attemptsAfter(downtown, 'declined', [bellevue, closedToday])).toEqual([closedToday]);
  });

  it('is everything after a look-up in vain, the usual policy being the next', () => {
    expect(attemptsAfter(directory, 'unreachable', [directory, downtown])).toEqual([directory, downtown]);
  });
});
