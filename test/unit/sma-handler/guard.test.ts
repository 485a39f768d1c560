import type { SmaAction } from '../../../shared/contracts/sma-response.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import { callAndBridge } from '../../../sma-handler/actions/call-and-bridge.ts';
import { joinChimeMeeting } from '../../../sma-handler/actions/join-chime-meeting.ts';
import { speak } from '../../../sma-handler/actions/speak.ts';
import type { CallState } from '../../../sma-handler/call-state.ts';
import { guarded } from '../../../sma-handler/guard.ts';
import { defaultPlan } from '../../../sma-handler/routing/default-destination.ts';
import { say } from '../../../shared/domain/call-speech/words.ts';
import type { Answer } from '../../../sma-handler/step.ts';
import { bellevue, downtown, mobile, ownedNumber } from '../../support/attempts.ts';
import { CallUnderWay } from '../../support/call-under-way.ts';
import { uriOf } from '../../support/sma-actions.ts';
import { smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';
import { TimersFake } from '../../support/timers-fake.ts';

const words = speak(say('oneMoment', 'en-US'));
const rings = callAndBridge({ attempt: bellevue, callerId: ownedNumber, contextId: undefined, ringback: undefined });
const joins = joinChimeMeeting({ meetingId: 'm', attendeeId: 'a', joinToken: 't' });
const trying: CallState = {
  phase: 'trying',
  facts: { entry: 'phone', ruleId: 'r', callerId: ownedNumber },
  attemptNumber: 1,
  current: bellevue,
  remaining: [],
  recording: 'off',
};

const alone = [connected(callerLeg)];
const together = [connected(callerLeg), connected(calleeLeg)];
const lastResort = defaultPlan(`pstn:${downtown.number}`, ownedNumber);

function guard(actions: readonly SmaAction[], participants = alone, callId?: string) {
  const logged: string[] = [];
  const log = createLogger({ clock: new TimersFake(), write: (line) => logged.push(line) });
  const actionData = { Type: 'Hangup', ...(callId === undefined ? {} : { Parameters: { CallId: callId } }) };
  const event = anSmaEvent({ type: 'ACTION_SUCCESSFUL', participants, actionData });
  const given: Answer = { kind: 'respond', state: trying, actions };
  const answer = guarded(given, trying, event, { world: {}, defaultPlan: lastResort, log });
  return { given, answer, logged };
}

describe('an answer that breaks no rule', () => {
  it.each([
    { case: 'words and somebody rung', actions: [words, rings] },
    { case: 'ten actions', actions: Array.from({ length: 10 }, () => words) },
    { case: 'none', actions: [] },
    { case: 'a meeting', actions: [joins] },
  ])('goes out as it is: $case', ({ actions }) => {
    const { given, answer, logged } = guard(actions);

    expect(answer).toBe(given);
    expect(logged).toEqual([]);
  });

  it('may ring somebody when the other side is gone', () => {
    const { given, answer } = guard([rings], [connected(callerLeg), disconnected(calleeLeg)]);

    expect(answer).toBe(given);
  });

  it('may ring somebody when the other side has just been hung up, and is listed still', () => {
    const { given, answer } = guard([rings], together, calleeLeg.CallId);

    expect(answer).toBe(given);
  });
});

describe('an answer that breaks a rule', () => {
  const foreign = callAndBridge({
    attempt: mobile,
    callerId: mobile.number,
    contextId: undefined,
    ringback: undefined,
  });
  const broken: { rule: string; actions: readonly SmaAction[]; participants?: typeof alone }[] = [
    { rule: 'too-many-actions', actions: Array.from({ length: 11 }, () => words) },
    { rule: 'action-malformed', actions: [{ ...words, Parameters: { Text: '' } }] },
    { rule: 'caller-id-not-owned', actions: [words, foreign] },
    { rule: 'joins-while-bridged', actions: [joins], participants: together },
    { rule: 'bridges-while-bridged', actions: [words, rings], participants: together },
  ];

  it.each(broken)('does not go out: $rule', ({ rule, actions, participants }) => {
    const { answer, logged } = guard(actions, participants);

    expect(answer.actions).not.toEqual(actions);
    expect(answer.happenings).toContainEqual({ kind: 'breached', rule });
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'warn', event: 'invariant-breached', code: rule }),
    ]);
  });

  it.each(broken.filter(({ participants }) => participants === undefined))(
    'gives a caller who is alone to the default destination instead: $rule',
    ({ actions }) => {
      expect(uriOf(guard(actions).answer.actions)).toBe(downtown.number);
    },
  );

  it.each(broken.filter(({ participants }) => participants !== undefined))(
    'leaves two who talk alone instead: $rule',
    ({ actions, participants }) => {
      expect(guard(actions, participants).answer.actions).toEqual([]);
    },
  );
});

describe('a table that lets an answer break a rule', () => {
  it('costs no caller their call, and is counted', async () => {
    const sma = await smaFunction(
      { rules: [{ id: 'all', when: [], attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 500 }] }] },
      { keepsRecords: true },
    );
    const call = new CallUnderWay(sma);

    const first = await call.begins();

    expect(uriOf(first)).toBe('+12065550141');
    expect(sma.metrics.total('InvariantBreaches')).toBe(1);
    expect(sma.logged.join('\n')).toContain('"call-breached"');
    expect(call.attributes?.['records']).toContain('action-malformed');
  });

  it('is the only thing that is counted as a breach', async () => {
    const sma = await smaFunction();
    const call = new CallUnderWay(sma);
    await call.begins();
    await call.succeeds('CallAndBridge');
    await call.hangsUp('LEG-B');

    expect(sma.metrics.total('InvariantBreaches')).toBe(0);
    expect(sma.metrics.times('InvariantBreaches')).toBe(3);
  });
});
