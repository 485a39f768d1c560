import type { OutcomePolicy } from '../../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { next } from '../../../sma-handler/call-flow.ts';
import type { CallState } from '../../../sma-handler/call-state.ts';
import { attemptsAfter } from '../../../sma-handler/remaining-attempts.ts';
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
import { uriOf } from '../../support/sma-actions.ts';
import { anSmaEvent, callerLeg, connected } from '../../support/sma-event-builder.ts';

function under(onOutcome: OutcomePolicy): Attempt {
  return { ...downtown, onOutcome };
}

function actionsWhen(current: Attempt, remaining: readonly Attempt[], errorType: string, contextId?: string) {
  const facts = { ruleId: 'r', callerId: ownedNumber, ...(contextId === undefined ? {} : { contextId }) };
  const state: CallState = { phase: 'trying', facts, attemptNumber: 1, current, remaining };
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
      expect(uriOf(actionsWhen(downtown, [bellevue], errorType)[0])).toBe('+14255550142');
    },
  );

  it('the next of another kind is made where the policy says so', () => {
    const actions = actionsWhen(under({ notAnswered: 'nextKind' }), [bellevue, mobile, supportDesk], 'CallNotAnswered');

    expect(uriOf(actions[0])).toBe('+12065550199');
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
    expect(uriOf(actionsWhen(under({ misconfigured: 'end' }), [bellevue], 'CallNotAnswered')[0])).toBe('+14255550142');
  });

  it('a contact centre is rung again without headers before its policy comes into force', () => {
    const strict: Attempt = { ...supportDesk, onOutcome: { misconfigured: 'end' } };
    const [again] = actionsWhen(strict, [downtown], 'InvalidActionParameter', 'id');
    const bare: Attempt = { ...strict, headers: { profile: 'none' } };

    expect(again).toMatchObject({ Type: 'CallAndBridge' });
    expect(JSON.stringify(again)).not.toContain('SipHeaders');
    expect(actionsWhen(bare, [downtown], 'InvalidActionParameter', 'id').map(({ Type }) => Type)).toEqual([
      'Speak',
      'Hangup',
    ]);
  });

  it('fixed headers are left out too when a contact centre is rung again', () => {
    const fixed: Attempt = { ...supportDesk, headers: { profile: 'rfc7433', fixed: { 'X-Queue': 'cards' } } };

    const [again] = actionsWhen(fixed, [downtown], 'InvalidActionParameter', 'id');

    expect(uriOf(again)).toBe('+12065550150');
    expect(JSON.stringify(again)).not.toContain('X-Queue');
  });

  it('a contact centre that got no headers is not rung again', () => {
    expect(uriOf(actionsWhen(supportDesk, [downtown], 'InvalidActionParameter')[0])).toBe('+12065550141');
  });

  it('an answer that PSTN Audio did not take counts as misconfigured', () => {
    const state: CallState = {
      phase: 'trying',
      facts: { ruleId: 'r', callerId: ownedNumber },
      attemptNumber: 1,
      current: under({ misconfigured: 'end', unreachable: 'next' }),
      remaining: [bellevue],
    };
    const refused = { ...anSmaEvent({ type: 'INVALID_LAMBDA_RESPONSE' }), ErrorType: 'InvalidActions' };
    const throttled = { ...refused, ErrorType: 'ActionExecutionThrottled' };

    expect(next(state, { kind: 'event', event: refused }, {})).toMatchObject({ state: { phase: 'apologising' } });
    expect(next(state, { kind: 'event', event: throttled }, {})).toMatchObject({ state: { phase: 'trying' } });
  });

  it('a meeting that cannot be opened is unreachable', () => {
    const state: CallState = {
      phase: 'trying',
      facts: { ruleId: 'r', callerId: ownedNumber },
      attemptNumber: 1,
      current: { ...adviser, onOutcome: { unreachable: 'end' } },
      remaining: [bellevue],
    };

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
