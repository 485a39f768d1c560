import type { Happening } from '../../../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { recordsOfCall } from '../../../../sma-handler/records/pending-record.ts';
import { recordOf, type AnsweredInvocation } from '../../../../sma-handler/records/record-of.ts';
import { packRecords } from '../../../../sma-handler/records/pack-records.ts';
import { anSmaEvent, calleeLeg, callerLeg, disconnected } from '../../../support/sma-event-builder.ts';

const began = Number(callerLeg.StartTimeInMilliseconds);
const contextId = '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0';
const parting = {
  phase: 'parting',
  facts: { entry: 'phone', ruleId: 'lost-card', callerId: '+14255550100', contextId },
} as AnsweredInvocation['after'];

function told(changes: Partial<AnsweredInvocation> = {}): AnsweredInvocation {
  return {
    event: anSmaEvent({ type: 'HANGUP', sequence: 4 }),
    before: { phase: 'new' },
    after: parting,
    actions: [{ Type: 'Hangup' }],
    happenings: [{ kind: 'legEnded', leg: 'LEG-A', sipResponseCode: 0 }],
    at: epochMs(began + 1500.4),
    tookMs: 11.6,
    ...changes,
  };
}

describe('the record of an invocation', () => {
  it('says what came, what was answered and where the call stands', () => {
    const record = recordOf(told());

    expect(record).toEqual({
      sequence: 4,
      at: began + 1500,
      event: 'HANGUP',
      phase: 'parting',
      tookMs: 12,
      actions: ['Hangup'],
      happenings: [{ kind: 'legEnded', leg: 'LEG-A', sipResponseCode: 0 }],
      callStartedAt: began,
      contextId,
    });
  });

  it('is stored with what every event of the call says', () => {
    const { event } = told();

    const [record] = recordsOfCall(event, [recordOf(told())]);

    expect(record).toMatchObject({
      transactionId: event.CallDetails.TransactionId,
      sipMediaApplicationId: event.CallDetails.SipMediaApplicationId,
      region: 'us-east-1',
      sequence: 4,
    });
  });

  it('knows the context of a call that was known before', () => {
    expect(recordOf(told({ before: parting, after: { phase: 'new' } })).contextId).toBe(contextId);
  });

  it.each([
    { case: 'not there', participants: [calleeLeg] },
    { case: 'no number', participants: [{ ...callerLeg, StartTimeInMilliseconds: 'soon' }] },
    { case: 'of 1970', participants: [{ ...callerLeg, StartTimeInMilliseconds: '12' }] },
    { case: 'of next year', participants: [{ ...callerLeg, StartTimeInMilliseconds: String(began * 2) }] },
  ])('takes its own time for the beginning of a call whose start is $case', ({ participants }) => {
    const record = recordOf(told({ event: anSmaEvent({ type: 'HANGUP', participants }) }));

    expect(record.callStartedAt).toBe(began + 1500);
  });

  it('names the first destinations of a very long plan', () => {
    const destinations = Array.from({ length: 400 }, (_, index) => `branch:number-${index}`);
    const routed: Happening = { kind: 'routed', entry: 'phone', ruleId: 'all', destinations };

    const record = recordOf(told({ happenings: [routed] }));

    const [kept] = record.happenings;
    expect(kept).toMatchObject({ kind: 'routed', ruleId: 'all' });
    expect(packRecords([record]).length).toBeLessThan(800);
    expect(destinations.slice(0, 20)).toEqual((kept as typeof routed).destinations.slice(0, 20));
  });

  it('has nothing personal in it, wherever that was put', () => {
    const secrets = ['+12065550123', '12065550123', 'Ana Maria López', 'ana@example.com', 'a charge I do not know'];
    const [number = '', digits = '', name = '', address = '', words = ''] = secrets;
    const caller = {
      ...disconnected(callerLeg),
      From: number,
      SipHeaders: { 'X-Name': name, From: `<sip:${number}@x>` },
    };
    const event = anSmaEvent({
      type: name,
      participants: [caller, { ...calleeLeg, To: number }],
      attributes: { state: name, records: words },
      actionData: {
        Type: 'SpeakAndGetDigits',
        Parameters: { Text: words, CallId: number },
        ReceivedDigits: digits,
        ErrorType: address,
        ErrorMessage: `${name} did not answer ${number}`,
      },
    });
    const attempt = { number: 1, kind: 'phone', id: number } as const;
    const happenings: readonly Happening[] = [
      { kind: 'routed', entry: 'phone', ruleId: name, locale: address, destinations: [`phone:${number}`, digits] },
      { kind: 'attemptBegan', attempt },
      { kind: 'attemptEnded', attempt, outcome: 'unreachable', errorType: `${name} was busy` },
      { kind: 'voicemailLeft', attempt, bucket: address, key: `voicemail/${number}.wav` },
      { kind: 'commanded', command: words, from: 'operator', destination: `phone:${number}` },
      { kind: 'commandRefused', because: words },
    ];

    const record = recordOf(
      told({
        event,
        happenings,
        actions: [{ Type: words }],
        after: { phase: 'callingBack', contextId: `${name} ${number}` },
      }),
    );

    const text = JSON.stringify(recordsOfCall(event, [record])) + packRecords([record]);
    for (const secret of secrets) expect(text).not.toContain(secret);
    for (const part of ['2065550123', 'Ana', 'López', 'example.com', 'charge']) expect(text).not.toContain(part);
    expect(text).toContain('withheld');
  });
});
