import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import type { Happening } from '../../../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import { logRecord } from '../../../../shared/observability/log-record.ts';
import { TimersFake } from '../../../support/timers-fake.ts';
import { leaks, personalData } from '../../../support/personal-data.ts';

function logged(happenings: readonly Happening[]): Record<string, unknown>[] {
  const lines: string[] = [];
  const record: CallRecord = {
    transactionId: 't-1',
    sequence: 4,
    at: epochMs(5000),
    event: 'ACTION_FAILED',
    phase: 'trying',
    tookMs: 7,
    actions: ['Speak', 'CallAndBridge'],
    happenings,
    callStartedAt: epochMs(1000),
    contextId: 'v1.secret-context-id',
  };
  logRecord(createLogger({ clock: new TimersFake(), write: (line) => void lines.push(line) }), record);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const attempt = { number: 2, kind: 'branch', id: 'tacoma' } as const;
const attemptFields = { attemptNumber: 2, destinationKind: 'branch', destinationId: 'tacoma' };

describe('the log of a record', () => {
  it('tells what was answered, in what time', () => {
    expect(logged([])).toEqual([
      {
        time: expect.any(String),
        level: 'info',
        event: 'invocation-answered',
        transactionId: 't-1',
        sequence: 4,
        invocationEventType: 'ACTION_FAILED',
        phase: 'trying',
        actions: 'Speak/CallAndBridge',
        milliseconds: 7,
      },
    ]);
  });

  it.each<{ happening: Happening; line: object }>([
    {
      happening: {
        kind: 'routed',
        entry: 'callback',
        ruleId: 'billing',
        tableVersion: 3,
        destinations: ['phone:a', 'branch:b'],
      },
      line: {
        event: 'call-routed',
        entry: 'callback',
        ruleId: 'billing',
        tableVersion: 3,
        destinations: 'phone:a/branch:b',
      },
    },
    {
      happening: { kind: 'attemptBegan', attempt, context: 'refused' },
      line: { event: 'call-attempt-began', ...attemptFields, contextSending: 'refused' },
    },
    {
      happening: { kind: 'attemptEnded', attempt, outcome: 'notAnswered', errorType: 'CallNotAnswered' },
      line: { event: 'call-attempt-ended', ...attemptFields, outcome: 'notAnswered', errorType: 'CallNotAnswered' },
    },
    {
      happening: { kind: 'menuAnswered', reasonId: 'billing' },
      line: { event: 'call-menu-answered', reasonId: 'billing' },
    },
    { happening: { kind: 'callbackAnswered', yes: false }, line: { event: 'call-callback-answered', answer: 'no' } },
    { happening: { kind: 'surveyAnswered', mark: 5 }, line: { event: 'call-survey-answered', answer: '5' } },
    {
      happening: { kind: 'legEnded', leg: 'LEG-B', sipResponseCode: 486 },
      line: { event: 'call-leg-ended', leg: 'LEG-B', status: 486 },
    },
    {
      happening: { kind: 'commanded', command: 'transfer', from: 'operator', destination: 'branch:tacoma' },
      line: { event: 'call-commanded', command: 'transfer', commandedBy: 'operator', destinationId: 'branch:tacoma' },
    },
    {
      happening: { kind: 'commandRefused', because: 'forged' },
      line: { event: 'call-command-refused', code: 'forged' },
    },
    { happening: { kind: 'apologised' }, line: { event: 'call-apologised' } },
    {
      happening: { kind: 'breached', rule: 'silence' },
      line: { event: 'call-breached', level: 'warn', breach: 'silence' },
    },
  ])('tells that $happening.kind came to pass, with the ids of call and invocation', ({ happening, line }) => {
    const [first] = logged([happening]);

    expect(first).toEqual({ time: expect.any(String), level: 'info', transactionId: 't-1', sequence: 4, ...line });
  });

  it('has neither the whole context id nor anything personal that got into a field by mistake', () => {
    const { callerName, phoneNumber, words } = personalData;
    const output = JSON.stringify(
      logged([
        { kind: 'commanded', command: words, from: 'operator', destination: phoneNumber },
        { kind: 'routed', entry: 'phone', ruleId: callerName, destinations: [phoneNumber] },
      ]),
    );

    expect(output).not.toContain('secret-context-id');
    expect(leaks(output)).toEqual([]);
  });
});
