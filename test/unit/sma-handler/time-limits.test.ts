import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { SimpleAttemptRule } from '../../../shared/domain/routing/table.ts';
import { deployedFunctions } from '../../../infra/functions.ts';
import { writeState } from '../../../sma-handler/transaction-attributes.ts';
import { adviser, ownedNumber } from '../../support/attempts.ts';
import { CallUnderWay } from '../../support/call-under-way.ts';
import { typesOf, uriOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction, timeUntil, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

const meeting = (id: string): SimpleAttemptRule => ({ kind: 'meeting', id });
const lookUp = (id: string): SimpleAttemptRule => ({ kind: 'lookUp', id, timeoutSeconds: 20 });
const branch: SimpleAttemptRule = { kind: 'phone', id: 'branch', number: '+12065550199' as E164, timeoutSeconds: 20 };

const hangs = (): Promise<never> => new Promise(() => undefined);

/** A function that nobody answers, and whose plan is this. */
async function waitingInVain(attempts: readonly SimpleAttemptRule[]): Promise<SmaFunctionFake> {
  const sma = await smaFunction({
    lookUps: ['a', 'b', 'c'].map((id) => ({ id, url: 'https://directory.example-bank.test/' })),
    rules: [{ id: 'r', when: [], attempts }],
  });
  sma.meetings.open = hangs;
  sma.meetings.close = hangs;
  sma.lookUps.ask = ({ timeoutMs }) =>
    new Promise((resolve) => {
      sma.clock.after(timeoutMs, () => resolve({ kind: 'failed', because: 'late' }));
    });
  return sma;
}

const functionEndsAfterMs = 1000 * (deployedFunctions.find(({ name }) => name === 'sma')?.timeoutSeconds ?? 0);

describe('an invocation', () => {
  const plans: { case: string; attempts: SimpleAttemptRule[] }[] = [
    { case: 'a meeting', attempts: [meeting('m1'), branch] },
    { case: 'two meetings', attempts: [meeting('m1'), meeting('m2'), branch] },
    { case: 'a look-up', attempts: [lookUp('a'), branch] },
    { case: 'three look-ups', attempts: [lookUp('a'), lookUp('b'), lookUp('c'), branch] },
    { case: 'a meeting and a look-up', attempts: [meeting('m1'), lookUp('a'), branch] },
    { case: 'look-ups between meetings', attempts: [lookUp('a'), meeting('m1'), lookUp('b'), meeting('m2'), branch] },
  ];

  it.each(plans)('answers well before it is ended, with slow stores and a plan of $case', async ({ attempts }) => {
    const sma = await waitingInVain(attempts);
    const context = await sma.storedContext();
    sma.contexts.claim = hangs;

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));
    const waited = await timeUntil(sma, answer);

    expect(waited).toBeLessThanOrEqual(functionEndsAfterMs - 500);
    expect(uriOf((await answer).Actions)).toBe('+12065550199');
  });

  it.each(plans)('rings the attempt after them when only they are slow: $case', async ({ attempts }) => {
    const sma = await waitingInVain(attempts);

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    const waited = await timeUntil(sma, answer);

    expect(waited).toBeLessThanOrEqual(functionEndsAfterMs - 500);
    expect(uriOf((await answer).Actions)).toBe('+12065550199');
  });

  it('waits 1.4 s at most for all services together, however many there are', async () => {
    const sma = await waitingInVain([lookUp('a'), lookUp('b'), lookUp('c'), branch]);

    const waited = await timeUntil(sma, sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' })));

    expect(waited).toBeLessThanOrEqual(1400);
  });

  it('asks the service without the context when that cannot be had in time', async () => {
    const sma = await waitingInVain([branch, lookUp('a')]);
    const context = await sma.storedContext();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));
    sma.contexts.claim = hangs;
    const asked: unknown[] = [];
    sma.lookUps.ask = (request) => {
      asked.push(request);
      return Promise.resolve({ kind: 'nobody' });
    };

    const answer = sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );
    const waited = await timeUntil(sma, answer);

    expect(waited).toBe(600);
    expect(asked).toEqual([expect.not.objectContaining({ context: expect.anything() })]);
  });

  it.each([
    { what: 'advisers who cannot be told in time', atMost: 1200, breaks: 'invite' as const },
    { what: 'a meeting that does not say who is there', atMost: 800, breaks: 'attendees' as const },
  ])('waits no longer than its budget for $what, and the caller is not left in silence', async ({ atMost, breaks }) => {
    const sma = await smaFunction({ rules: [{ id: 'r', when: [], attempts: [meeting('m1'), branch] }] });
    if (breaks === 'invite') sma.invitations.invite = hangs;
    else sma.meetings.attendees = hangs;
    const call = new CallUnderWay(sma);
    await call.begins();

    const joined = call.succeeds('JoinChimeMeeting');
    const first = await timeUntil(sma, joined);
    const heard = await joined;
    const round = breaks === 'invite' ? Promise.resolve(heard) : call.succeeds('Pause');
    const second = await timeUntil(sma, round);

    expect([first, second]).toEqual(breaks === 'invite' ? [atMost, 0] : [0, atMost]);
    expect(await round).not.toEqual([]);
  });

  it('does not wait for a meeting to close while a caller waits to be hung up', async () => {
    const sma = await waitingInVain([branch]);
    const attributes = writeState({
      phase: 'connected',
      facts: { entry: 'phone', ruleId: 'r', callerId: ownedNumber },
      attemptNumber: 1,
      current: adviser,
      remaining: [],
      recording: 'off',
      meeting: { meetingId: 'm', attendeeId: 'a' },
    });
    let closings = 0;
    sma.meetings.close = () => {
      closings += 1;
      return hangs();
    };

    const answer = sma.handle(
      anSmaEvent({
        type: 'HANGUP',
        participants: [connected(callerLeg), disconnected(calleeLeg)],
        attributes,
        actionData: { Type: 'Hangup', Parameters: { CallId: calleeLeg.CallId } },
      }),
    );

    expect(await timeUntil(sma, answer)).toBeLessThanOrEqual(600);
    expect(typesOf((await answer).Actions)).toEqual(['Speak', 'Hangup']);
    expect(closings).toBe(1);
  });
});
