import type { CallRecord } from '../../../../../../infra/local/pstn-audio/standalone/calls-file/call-record.ts';
import { callRecords } from '../../../../../../infra/local/pstn-audio/standalone/calls-file/call-records.ts';
import { CallWatch } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-watch.ts';
import type { Privacy } from '../../../../../../infra/local/pstn-audio/standalone/watching/privacy.ts';
import { failedAction } from '../../../../../../infra/local/pstn-audio/service/action-result.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { aliceCalls, functionArn, invocation, request, response, type WatchFixture } from './call-watch-fixture.ts';

function recording(privacy: Privacy = 'masked'): WatchFixture & { records: CallRecord[]; close(): void } {
  const records: CallRecord[] = [];
  const time = new TimersFake(Date.parse('2026-11-21T07:00:00Z'));
  const callsFile = callRecords({ privacy, timers: time, write: (record) => records.push(record) });
  return { watch: new CallWatch(time, [callsFile.watcher]), time, records, close: () => callsFile.close(), news: [] };
}

async function oneCall(fixture: WatchFixture): Promise<void> {
  const { watch, time } = fixture;
  aliceCalls(fixture, 't1', 'sip-1');
  watch.onInvocation(
    invocation('t1', {
      failure: 'TypeError',
      errors: [{ errorType: 'RangeError', errorMessage: 'of a text' }, { errorType: 'TypeError' }],
      functionArn: `${functionArn}-east`,
      deliveries: 2,
    }),
  );
  watch.onInvocation(invocation('t1', { actions: ['Speak'] }));
  watch.onAction({ transactionId: 't1', actionType: 'Speak' });
  await time.advanceBy(250);
  const result = failedAction(
    { Text: 'balance' },
    { errorType: 'AccessDenied', errorMessage: 'no', note: 'of +12065550123' },
  );
  watch.onAction({ transactionId: 't1', actionType: 'Speak', result, milliseconds: 249.6 });
  const invalid = { errorType: 'SchemaVersionMismatch', errorMessage: 'no' };
  watch.onInvocation(invocation('t1', { sequence: 2, invocationEventType: 'ACTION_FAILED', invalid }));
  watch.onNote({ transactionId: 't1', note: 'lost' });
  watch.onSip(request('BYE', { callId: 'sip-1' }));
  watch.onSip(response('200 OK', 'BYE', { callId: 'sip-1' }));
  watch.onCallEnded({ transactionId: 't1' });
}

describe('the record of a call', () => {
  it('says at its end what happened, masked', async () => {
    const fixture = recording();

    await oneCall(fixture);

    expect(fixture.records).toEqual([
      {
        tag: 'A1',
        transactionId: 't1',
        functions: [`${functionArn}-east`, functionArn],
        startedAt: '2026-11-21T07:00:00.000Z',
        endedAt: '2026-11-21T07:00:00.250Z',
        legs: [{ callId: 't1-a', tag: 'LEG-A', direction: 'Inbound', sipCallId: 'sip-1', to: '…1111', from: '…0123' }],
        events: [
          {
            sequence: 1,
            type: 'NEW_INBOUND_CALL',
            ms: 12,
            deliveries: 2,
            actions: [],
            failure: 'TypeError',
            errors: ['RangeError', 'TypeError'],
          },
          { sequence: 1, type: 'NEW_INBOUND_CALL', ms: 12, deliveries: 1, actions: ['Speak'] },
          { sequence: 2, type: 'ACTION_FAILED', ms: 12, deliveries: 1, actions: [], invalid: 'SchemaVersionMismatch' },
        ],
        actions: [{ type: 'Speak', ms: 250, ErrorType: 'AccessDenied', note: 'of …0123' }],
        sip: [
          { ms: 0, leg: 'LEG-A', direction: 'in', what: 'INVITE' },
          { ms: 250, leg: 'LEG-A', direction: 'in', what: 'BYE' },
          { ms: 250, leg: 'LEG-A', direction: 'out', what: '200 BYE' },
        ],
        notes: ['lost'],
      },
    ]);
  });

  it('holds events, replies and results whole when it is to be full', async () => {
    const fixture = recording('full');

    await oneCall(fixture);

    const [record] = fixture.records;
    expect(record?.legs[0]).toMatchObject({ to: '+16073331111', from: '+12065550123' });
    expect(record?.events[1]).toMatchObject({
      event: { CallDetails: { TransactionId: 't1' } },
      response: { Actions: [] },
    });
    expect(record?.actions[0]?.result).toMatchObject({ parameters: { Text: 'balance' } });
  });

  it('is one for each call, however they are mixed', () => {
    const fixture = recording();
    const { watch, records } = fixture;

    aliceCalls(fixture, 't1', 'sip-1');
    aliceCalls(fixture, 't2', 'sip-2');
    watch.onInvocation(invocation('t2'));
    watch.onCallEnded({ transactionId: 't2' });
    watch.onCallEnded({ transactionId: 't1' });

    expect(records.map(({ transactionId, events }) => [transactionId, events.length])).toEqual([
      ['t2', 1],
      ['t1', 0],
    ]);
  });

  it('waits for the answer to a BYE, two seconds at most', async () => {
    const fixture = recording();
    const { watch, time, records } = fixture;
    const hungUp = (transactionId: string, callId: string): void => {
      aliceCalls(fixture, transactionId, callId);
      watch.onSip(request('BYE', { callId, direction: 'out' }));
      watch.onCallEnded({ transactionId });
    };

    hungUp('t1', 'sip-1');
    hungUp('t2', 'sip-2');
    const before = records.length;
    await time.advanceBy(20);
    watch.onSip(response('200 OK', 'BYE', { callId: 'sip-2', direction: 'in' }));
    const answered = records.map(({ transactionId }) => transactionId);
    await time.advanceBy(1980);
    watch.onSip(response('200 OK', 'BYE', { callId: 'sip-1', direction: 'in' }));

    expect(before).toBe(0);
    expect(answered).toEqual(['t2']);
    expect(records.map(({ sip }) => sip.at(-1)?.what)).toEqual(['200 BYE', 'BYE']);
    expect(records[0]?.endedAt).toBe('2026-11-21T07:00:00.000Z');
  });

  it('is handed over at the end, whatever it waits for', () => {
    const fixture = recording();
    aliceCalls(fixture, 't1', 'sip-1');
    fixture.watch.onSip(request('BYE', { callId: 'sip-1', direction: 'out' }));
    fixture.watch.onCallEnded({ transactionId: 't1' });

    fixture.close();

    expect(fixture.records).toHaveLength(1);
    expect(fixture.time.pending).toBe(0);
  });
});
