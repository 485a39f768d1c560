import { recordAnswer, summaryAnswer, type CallResponse } from '../../../../../shared/contracts/calls-api.ts';
import type { CallRecord } from '../../../../../shared/domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { summarise } from '../../../../../shared/domain/call-flow/summarise.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { ladderOf, offsetWords, type Rung } from '../../../../../console/web/calls/ladder.ts';
import { callBeganAt, callRecordOf } from '../../../../support/call-record-builder.ts';

const desk: AttemptMade = { number: 1, kind: 'contactCenter', id: 'desk' };
const tacoma: AttemptMade = { number: 2, kind: 'branch', id: 'tacoma' };
const routed: Happening = {
  kind: 'routed',
  entry: 'alexa-skill-call',
  ruleId: 'lost-card',
  tableVersion: 7,
  destinations: ['contactCenter:desk', 'branch:tacoma'],
};

/** A record for each list of happenings, ten seconds apart; each took the function 500 ms. */
function callOf(...told: readonly (readonly Happening[])[]): CallRecord[] {
  return told.map((happenings, index) =>
    callRecordOf({
      sequence: index + 1,
      at: epochMs(callBeganAt + (index + 1) * 10_000),
      tookMs: 500,
      happenings,
    }),
  );
}

function answerOf(records: readonly CallRecord[], deliveries?: CallResponse['deliveries']): CallResponse {
  return {
    transactionId: '00000000-0000-4000-8000-000000000001',
    ...(records.length === 0 ? {} : { summary: summaryAnswer(summarise(records)) }),
    records: records.map(recordAnswer),
    ...(deliveries === undefined ? {} : { deliveries }),
  };
}

const secondAnswers = callOf(
  [routed, { kind: 'attemptBegan', attempt: desk, context: 'sent' }],
  [
    { kind: 'attemptEnded', attempt: desk, outcome: 'notAnswered', errorType: 'CallNotAnswered' },
    { kind: 'attemptBegan', attempt: tacoma, context: 'notSent' },
  ],
  [{ kind: 'attemptEnded', attempt: tacoma, outcome: 'answered' }],
  [{ kind: 'legEnded', leg: 'LEG-B', sipResponseCode: 0 }],
);

const told = ({ from, to, words }: Rung): string => `${from} → ${to}: ${words}`;

describe('the ladder of a call', () => {
  it('has a lane for the caller, for PSTN Audio, for the function, and for each who was tried', () => {
    const { lanes } = ladderOf(answerOf(secondAnswers));

    expect(lanes.map(({ title }) => title)).toEqual([
      'Alexa',
      'PSTN Audio (SIP)',
      'SMA Lambda',
      'contact centre desk',
      'branch tacoma',
    ]);
  });

  it('tells of an invocation what it was told, what it decided, what it answered, and what that set going', () => {
    const { rungs } = ladderOf(answerOf(secondAnswers.slice(0, 2)));

    expect(rungs.map(told)).toEqual([
      'caller → pstn: The call begins',
      'pstn → lambda: A call comes in',
      'lambda → lambda: Decided by rule lost-card of version 7',
      'lambda → pstn: Answers after 500 ms',
      'pstn → contactCenter:desk: Attempt 1: rings',
      'contactCenter:desk → pstn: Not answered after 9.5 s',
      'pstn → lambda: Done as told',
      'lambda → pstn: Answers after 500 ms',
      'pstn → branch:tacoma: Attempt 2: rings',
    ]);
  });

  it('counts from the beginning of the call', () => {
    const { rungs } = ladderOf(answerOf(secondAnswers.slice(0, 1)));

    expect(rungs.map(({ offsetMs }) => offsetWords(offsetMs))).toEqual(['+0 ms', '+9.5 s', '+10 s', '+10 s', '+10 s']);
  });

  it('has the leg of the other side end where the caller was put through to', () => {
    const { rungs } = ladderOf(answerOf(secondAnswers));

    expect(rungs.map(told)).toContain("branch:tacoma → pstn: The other side's leg ended");
  });

  it('has look-ups asked by the function, not by PSTN Audio', () => {
    const attempt: AttemptMade = { number: 1, kind: 'lookUp', id: 'crm' };

    const { rungs } = ladderOf(
      answerOf(
        callOf([
          { kind: 'attemptBegan', attempt },
          { kind: 'attemptEnded', attempt, outcome: 'unreachable' },
        ]),
      ),
    );

    expect(rungs.map(told).slice(1)).toEqual([
      'pstn → lambda: A call comes in',
      'lambda → lookUp:crm: Attempt 1: asks who is to take the call',
      'lookUp:crm → lambda: Could not be reached',
      'lambda → pstn: Answers after 500 ms',
    ]);
  });

  it('tells who looked at the context, and when', () => {
    const at = new Date(callBeganAt + 15_000).toISOString();

    const { lanes, rungs } = ladderOf(answerOf(secondAnswers, [{ to: 'crm', at }]));

    expect(lanes.at(-1)?.title).toBe('Call contexts');
    expect(rungs.find(({ from }) => from === 'contexts')).toMatchObject({
      words: 'crm looked at the context',
      offsetMs: 15_000,
    });
    expect(rungs.map(({ offsetMs }) => offsetMs)).toEqual(
      rungs.map(({ offsetMs }) => offsetMs).toSorted((a, b) => a - b),
    );
  });

  it('says where records are missing, and that nobody wrote down what was said to Alexa', () => {
    const { rungs, unknown } = ladderOf(answerOf([secondAnswers[0]!, secondAnswers[3]!]));

    expect(rungs.map(({ words }) => words)).toContain('2 records are missing here');
    expect(unknown.join(' ')).toContain('What was said to Alexa before is not in them');
  });

  it('says that nothing is known of a call without records', () => {
    const { rungs, unknown } = ladderOf(answerOf([]));

    expect(rungs).toEqual([]);
    expect(unknown).toEqual(['There are no records of this call: what happened is not known.']);
  });

  it('never counts backwards where the clocks of PSTN Audio and the function differ', () => {
    const early = callRecordOf({ at: epochMs(callBeganAt - 300), happenings: [routed] });

    const { rungs } = ladderOf(answerOf([early]));

    expect(rungs.map(({ offsetMs }) => offsetMs)).toEqual(rungs.map(() => 0));
  });
});
