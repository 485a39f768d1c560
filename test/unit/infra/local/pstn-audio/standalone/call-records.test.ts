import type { CallRecord } from '../../../../../../infra/local/pstn-audio/standalone/calls-file/call-record.ts';
import { callRecords } from '../../../../../../infra/local/pstn-audio/standalone/calls-file/call-records.ts';
import { CallWatch } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-watch.ts';
import type { Privacy } from '../../../../../../infra/local/pstn-audio/standalone/watching/privacy.ts';
import { failedAction } from '../../../../../../infra/local/pstn-audio/service/action-result.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { aliceCalls, functionArn, invocation, response, type WatchFixture } from './call-watch-fixture.ts';

function recording(privacy: Privacy): WatchFixture & { records: CallRecord[] } {
  const records: CallRecord[] = [];
  const time = new TimersFake(Date.parse('2026-11-21T07:00:00Z'));
  const watch = new CallWatch(time, [callRecords(privacy, (record) => records.push(record))]);
  return { watch, time, records, news: [] };
}

async function oneCall(fixture: WatchFixture): Promise<void> {
  const { watch, time } = fixture;
  aliceCalls(fixture, 't1', 'sip-1');
  watch.onInvocation(invocation('t1', { failure: 'TypeError', functionArn: `${functionArn}-east`, deliveries: 2 }));
  watch.onInvocation(invocation('t1', { actions: ['Speak'] }));
  watch.onAction({ transactionId: 't1', actionType: 'Speak' });
  await time.advanceBy(250);
  const result = failedAction({ Text: 'balance' }, 'AccessDenied', 'no');
  watch.onAction({ transactionId: 't1', actionType: 'Speak', result, milliseconds: 249.6 });
  const invalid = { errorType: 'SchemaVersionMismatch', errorMessage: 'no' };
  watch.onInvocation(invocation('t1', { sequence: 2, invocationEventType: 'ACTION_FAILED', invalid }));
  watch.onSip(response('200 OK', 'BYE', { callId: 'sip-1' }));
  watch.onCallEnded({ transactionId: 't1' });
}

describe('the record of a call', () => {
  it('says at its end what happened, masked', async () => {
    const fixture = recording('masked');

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
          { sequence: 1, type: 'NEW_INBOUND_CALL', ms: 12, deliveries: 2, actions: [], failure: 'TypeError' },
          { sequence: 1, type: 'NEW_INBOUND_CALL', ms: 12, deliveries: 1, actions: ['Speak'] },
          { sequence: 2, type: 'ACTION_FAILED', ms: 12, deliveries: 1, actions: [], invalid: 'SchemaVersionMismatch' },
        ],
        actions: [{ type: 'Speak', ms: 250, ErrorType: 'AccessDenied' }],
        sip: [
          { ms: 0, leg: 'LEG-A', direction: 'in', what: 'INVITE' },
          { ms: 250, leg: 'LEG-A', direction: 'out', what: '200 BYE' },
        ],
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
    const fixture = recording('masked');
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
});
