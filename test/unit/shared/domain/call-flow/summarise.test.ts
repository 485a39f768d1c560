import type { CallRecord } from '../../../../../shared/domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { summarise } from '../../../../../shared/domain/call-flow/summarise.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { callBeganAt, callRecordOf } from '../../../../support/call-record-builder.ts';

const desk: AttemptMade = { number: 1, kind: 'contactCenter', id: 'desk' };
const tacoma: AttemptMade = { number: 2, kind: 'branch', id: 'tacoma' };
const routed: Happening = {
  kind: 'routed',
  entry: 'phone',
  ruleId: 'lost-card',
  tableVersion: 7,
  reasonId: 'lost-card',
  locale: 'en-US',
  destinations: ['contactCenter:desk', 'branch:tacoma'],
};
const callerGone: Happening = { kind: 'legEnded', leg: 'LEG-A', sipResponseCode: 0 };
const otherSideGone: Happening = { kind: 'legEnded', leg: 'LEG-B', sipResponseCode: 0 };
const answered = (attempt: AttemptMade): Happening => ({ kind: 'attemptEnded', attempt, outcome: 'answered' });

/** A record for each list of happenings, ten seconds apart. */
function callOf(...told: readonly (readonly Happening[])[]): CallRecord[] {
  return told.map((happenings, index) =>
    callRecordOf({ sequence: index + 1, at: epochMs(callBeganAt + (index + 1) * 10_000), happenings }),
  );
}

const secondAnswers = callOf(
  [routed, { kind: 'attemptBegan', attempt: desk, context: 'sent' }],
  [
    { kind: 'attemptEnded', attempt: desk, outcome: 'notAnswered', errorType: 'CallNotAnswered' },
    { kind: 'attemptBegan', attempt: tacoma, context: 'notSent' },
  ],
  [answered(tacoma)],
  [otherSideGone],
  [callerGone],
);

describe('a call in short', () => {
  it('tells of each attempt whom it was for, how long it rang and what came of it', () => {
    const { attempts } = summarise(secondAnswers);

    const [first, second] = secondAnswers.map(({ at }) => at);
    expect(attempts).toEqual([
      {
        ...desk,
        beganAt: first,
        rangMs: 10_000,
        outcome: 'notAnswered',
        errorType: 'CallNotAnswered',
        context: 'sent',
      },
      { ...tacoma, beganAt: second, rangMs: 10_000, outcome: 'answered', context: 'notSent' },
    ]);
  });

  it('tells how it was decided, who answered and when, and who hung up', () => {
    const story = summarise(secondAnswers, { transactionId: 'x', deliveries: [{ to: 'crm', at: callBeganAt }] });

    expect(story).toMatchObject({
      startedAt: callBeganAt,
      endedAt: callBeganAt + 50_000,
      ending: 'answered',
      hungUpBy: 'otherSide',
      entry: 'phone',
      ruleId: 'lost-card',
      tableVersion: 7,
      reasonId: 'lost-card',
      fallbackUsed: false,
      answeredBy: 'branch:tacoma',
      timeToAnswerMs: 30_000,
      contextSent: true,
      contextDelivered: true,
      breaches: 0,
      slowestMs: 12,
    });
  });

  it('says that nobody looked at the context only when that is known', () => {
    expect(summarise(secondAnswers).contextDelivered).toBeUndefined();
    expect(summarise(secondAnswers, { transactionId: 'x', deliveries: [] }).contextDelivered).toBe(false);
  });

  it('is the same for records in another order, and for records that come twice', () => {
    const jumbled = secondAnswers.toReversed().concat(secondAnswers.map((record) => ({ ...record, at: callBeganAt })));

    expect(summarise(jumbled)).toEqual(summarise(secondAnswers));
  });

  it.each(secondAnswers.map((_, missing) => ({ missing: missing + 1 })))(
    'can be had without record $missing',
    ({ missing }) => {
      const story = summarise(secondAnswers.filter(({ sequence }) => sequence !== missing));

      expect(story.startedAt).toBe(callBeganAt);
      expect(story.attempts.every(({ id }) => id === 'desk' || id === 'tacoma')).toBe(true);
      expect(story.attempts.length).toBeLessThanOrEqual(2);
    },
  );

  it('shows an attempt whose beginning is missing, without saying how long it rang', () => {
    const [, , answer] = secondAnswers;

    expect(summarise([answer!]).attempts).toEqual([{ ...tacoma, outcome: 'answered' }]);
  });

  it('shows an attempt once that was made again without words', () => {
    const again = callOf(
      [{ kind: 'attemptBegan', attempt: desk, context: 'sent' }],
      [{ kind: 'attemptBegan', attempt: { ...desk, number: 2 }, context: 'sent' }],
      [answered({ ...desk, number: 2 })],
    );

    expect(summarise(again).attempts).toEqual([
      { ...desk, number: 2, beganAt: callBeganAt + 20_000, rangMs: 10_000, outcome: 'answered', context: 'sent' },
    ]);
  });

  it('shows both tries of a caller who wanted another one of the same destination', () => {
    const twice = callOf(
      [{ kind: 'attemptBegan', attempt: desk }],
      [answered(desk)],
      [otherSideGone, { kind: 'anotherTryOffered' }],
      [
        { kind: 'anotherTryAnswered', yes: true },
        { kind: 'attemptBegan', attempt: desk },
      ],
      [{ kind: 'attemptEnded', attempt: desk, outcome: 'callerLeft' }, callerGone],
    );

    const story = summarise(twice);

    expect(story.attempts.map(({ outcome }) => outcome)).toEqual(['answered', 'callerLeft']);
    expect(story).toMatchObject({ ending: 'callerLeft', answeredBy: 'contactCenter:desk', timeToAnswerMs: 20_000 });
  });

  it('says that the default destination took the call where there was no table', () => {
    expect(summarise(callOf([{ ...routed, ruleId: 'default-destination' }])).fallbackUsed).toBe(true);
  });

  it('counts breaches, and keeps the message and the mark', () => {
    const voicemail: AttemptMade = { number: 3, kind: 'voicemail', id: 'message' };
    const story = summarise(
      callOf(
        [{ kind: 'breached', rule: 'actions' }],
        [{ kind: 'voicemailLeft', attempt: voicemail, bucket: 'messages', key: 'voicemail/a.wav' }],
        [{ kind: 'surveyAnswered', mark: 4 }],
      ),
    );

    expect(story).toMatchObject({ breaches: 1, voicemail: { bucket: 'messages', key: 'voicemail/a.wav' }, mark: 4 });
  });

  it('cannot be had of nothing', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});
