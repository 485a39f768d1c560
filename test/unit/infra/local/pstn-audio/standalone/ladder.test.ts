import { ladder } from '../../../../../../infra/local/pstn-audio/standalone/ladder/ladder.ts';
import type { Privacy } from '../../../../../../infra/local/pstn-audio/standalone/watching/privacy.ts';
import { CallWatch } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-watch.ts';
import { failedAction, successfulAction } from '../../../../../../infra/local/pstn-audio/service/action-result.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import {
  aliceCalls,
  functionArn,
  invocation,
  request,
  response,
  rings,
  type WatchFixture,
} from './call-watch-fixture.ts';

function printing(privacy: Privacy = 'masked', color = false): WatchFixture & { lines: string[] } {
  const lines: string[] = [];
  const time = new TimersFake();
  const watch = new CallWatch(time, [ladder({ privacy, color, print: (line) => lines.push(line) })]);
  return { watch, time, lines, news: [] };
}

describe('the ladder', () => {
  it('shows a call as it goes, one line each', async () => {
    const fixture = printing();
    const { watch, time, lines } = fixture;

    aliceCalls(fixture, 't1', 'sip-1');
    await time.advanceBy(7);
    watch.onRequest('1234567890', 't1');
    watch.onLog({ functionName: 'sma', functionArn, requestId: '1234567890', line: 'caller +12065550123' });
    watch.onInvocation(invocation('t1', { actions: ['CallAndBridge'] }));
    watch.onAction({ transactionId: 't1', actionType: 'CallAndBridge' });
    rings(fixture, 't1', 'out');
    watch.onSip(response('486 Busy Here', 'INVITE', { callId: 'out', direction: 'in' }));
    await time.advanceBy(1200);
    const problem = { errorType: 'CallNotAnswered', errorMessage: 'Call not answered' } as const;
    const result = failedAction({}, { ...problem, note: 'Pstn: 127.0.0.1:5090: 486 Busy Here' });
    watch.onAction({ transactionId: 't1', actionType: 'CallAndBridge', result, milliseconds: 1200.4 });
    watch.onCallEnded({ transactionId: 't1' });

    expect(lines).toEqual([
      '    0.000  A1    LEG-A         ─► INVITE …0123 calls …1111 from 127.0.0.1:5090 UDP  at 15:00:00.000Z',
      '    0.007  A1    sma           │  12345678 caller …0123',
      '    0.007  A1    sma           ▶  #1 NEW_INBOUND_CALL ⇒ CallAndBridge  12 ms',
      '    0.007  A1    action        ▶  CallAndBridge',
      '    0.007  A1    LEG-B         ◄─ INVITE …1111 calls …0141 at 127.0.0.1:5090 UDP',
      '    0.007  A1    LEG-B         ─► 486 Busy Here (INVITE)',
      '    1.207  A1    action        ✖  CallAndBridge CallNotAnswered: Call not answered  1200 ms',
      '    1.207  A1    action        │  Pstn: 127.0.0.1:5090: 486 Busy Here',
      '    1.207  A1    call          ■  over',
    ]);
  });

  it.each([
    {
      case: 'a function that does not answer',
      trace: { failure: 'Sandbox.Timedout', deliveries: 2, response: undefined },
      text: '✖  #1 NEW_INBOUND_CALL (delivered 2 times) ⇒ no answer: Sandbox.Timedout  12 ms',
    },
    {
      case: 'an answer that is refused',
      trace: { invalid: { errorType: 'SchemaVersionMismatch', errorMessage: 'SchemaVersion must be "1.0".' } },
      text: '✖  #1 NEW_INBOUND_CALL ⇒ refused: SchemaVersionMismatch: SchemaVersion must be "1.0".  12 ms',
    },
    {
      case: 'actions that the event does not allow',
      trace: { invocationEventType: 'RINGING', ignoredActions: 2 },
      text: '▶  #1 RINGING ⇒ (2 actions ignored)  12 ms',
    },
    { case: 'an empty list', trace: {}, text: '▶  #1 NEW_INBOUND_CALL ⇒ no more actions  12 ms' },
    {
      case: 'an answer without a list',
      trace: { response: { SchemaVersion: '1.0' } },
      text: '▶  #1 NEW_INBOUND_CALL ⇒ actions as before  12 ms',
    },
    {
      case: 'the event of an action',
      trace: {
        sequence: 3,
        invocationEventType: 'ACTION_FAILED',
        event: { ActionData: { Type: 'Speak', ErrorType: 'AccessDenied' } },
        actions: ['Hangup'],
      },
      text: '▶  #3 ACTION_FAILED Speak AccessDenied ⇒ Hangup  12 ms',
    },
  ])('tells of $case', ({ trace, text }) => {
    const { watch, lines } = printing();
    watch.onNote({ transactionId: 't1', note: 'the first line says the time' });

    watch.onInvocation(invocation('t1', trace));

    expect(lines[1]?.slice(31)).toBe(text);
  });

  it('tells of a function that failed, of a meeting, of what else there is to know, and of what belongs to no call', () => {
    const { watch, lines } = printing();

    const errors = [
      { errorType: 'TypeError', errorMessage: 'x of +12065550123', place: 'handler.mjs:3:7' },
      { errorType: 'Sandbox.Timedout' },
    ];
    watch.onInvocation(invocation('t1', { errors, failure: 'Sandbox.Timedout', deliveries: 2 }));
    watch.onLeg({ transactionId: 't1', callId: 'b', tag: 'LEG-B', direction: 'Outbound', sipCallId: undefined });
    watch.onNote({ transactionId: 't1', note: 'a call recording is lost: "+12065550123.wav"' });
    watch.onSip(request('OPTIONS', { callId: 'ping' }));
    watch.onLog({ functionName: 'sma', functionArn, requestId: '', line: 'loading' });

    expect(lines).toEqual([
      '    0.000  A1    sma           ✖  failed: TypeError: x of …0123 (handler.mjs:3:7)  at 15:00:00.000Z',
      '    0.000  A1    sma           ✖  failed: Sandbox.Timedout',
      '    0.000  A1    sma           ✖  #1 NEW_INBOUND_CALL (delivered 2 times) ⇒ no answer: Sandbox.Timedout  12 ms',
      '    0.000  A1    LEG-B         ─► joined the meeting',
      '    0.000  A1    call          │  a call recording is lost: "…0123.wav"',
      '                 SIP           ─► OPTIONS from 127.0.0.1:5090 UDP',
      '                 sma           │  loading',
    ]);
  });

  it('hides digits and texts unless all is to be seen', () => {
    const parameters = { Text: 'your balance' };
    const result = successfulAction(parameters, { ReceivedDigits: '4711' });
    const lines = (['masked', 'full'] as const).map((privacy) => {
      const printed = printing(privacy);
      printed.watch.onAction({ transactionId: 't1', actionType: 'SpeakAndGetDigits', parameters });
      printed.watch.onAction({ transactionId: 't1', actionType: 'SpeakAndGetDigits', parameters, result });
      printed.watch.onInvocation(invocation('t1'));
      return printed.lines.join();
    });

    expect(lines[0]).not.toMatch(/4711|balance|2065550123/u);
    expect(lines[1]).toMatch(/4711.*\+12065550123/u);
    expect(lines[1]).toContain('your balance');
  });

  it('cuts what is long, and lets nobody move the cursor', () => {
    const { watch, lines } = printing();

    watch.onLog({ functionName: 'sma', functionArn, requestId: '', line: `\u001B[2J${'x'.repeat(500)}` });

    expect(lines[0]).toContain('·[2Jxxx');
    expect(lines[0]).toHaveLength(31 + 3 + 200);
    expect(lines[0]?.endsWith('…')).toBe(true);
  });

  it('has colours when it is told to', () => {
    const { watch, lines } = printing('masked', true);

    watch.onCallEnded({ transactionId: 't1' });

    expect(lines[0]?.startsWith('\u001B[32m')).toBe(true);
    expect(lines[0]?.endsWith('over  at 15:00:00.000Z\u001B[39m')).toBe(true);
  });
});
