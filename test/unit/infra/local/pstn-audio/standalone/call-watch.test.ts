import { callTags } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-tags.ts';
import {
  alice,
  aliceCalls,
  bob,
  functionArn,
  invocation,
  request,
  response,
  rings,
  service,
  watching,
} from './call-watch-fixture.ts';

describe('putting together what happens in calls', () => {
  it('tells SIP, invocations, actions and logs of one call as one call', () => {
    const fixture = watching();
    const { watch, news } = fixture;

    aliceCalls(fixture, 't1', 'sip-1');
    watch.onRequest('r1', 't1');
    watch.onLog({ functionName: 'sma', functionArn, requestId: 'r1', line: 'hello' });
    watch.onInvocation(invocation('t1'));
    watch.onAction({ transactionId: 't1', actionType: 'Speak' });
    watch.onNote({ transactionId: 't1', note: 'a recording is lost' });
    watch.onSip(response('200 OK', 'INVITE', { callId: 'sip-1' }));
    watch.onCallEnded({ transactionId: 't1' });

    expect(news.map(({ kind }) => kind)).toEqual(['sip', 'leg', 'log', 'invocation', 'action', 'note', 'sip', 'ended']);
    expect(new Set(news.map(({ call }) => call?.tag))).toEqual(new Set(['A1']));
    expect(news[0]?.call?.transactionId).toBe('t1');
  });

  it('tells parallel calls apart', () => {
    const fixture = watching();

    aliceCalls(fixture, 't1', 'sip-1');
    aliceCalls(fixture, 't2', 'sip-2');
    fixture.watch.onSip(request('BYE', { callId: 'sip-1' }));

    expect(fixture.news.map(({ call }) => call?.tag)).toEqual(['A1', 'A1', 'A2', 'A2', 'A1']);
  });

  it('knows for which call an INVITE goes out before anybody has answered, two to one number too', () => {
    const fixture = watching();
    const { watch, news } = fixture;
    aliceCalls(fixture, 't1', 'sip-1');
    aliceCalls(fixture, 't2', 'sip-2');
    news.length = 0;

    rings(fixture, 't2', 'out-1');
    rings(fixture, 't1', 'out-2');
    watch.onSip(response('180 Ringing', 'INVITE', { callId: 'out-1', direction: 'in' }));

    expect(news.map((each) => [each.call?.tag, each.kind === 'sip' && each.leg])).toEqual([
      ['A2', 'LEG-B'],
      ['A1', 'LEG-B'],
      ['A2', 'LEG-B'],
    ]);
  });

  it('knows the INVITE of a call that the service places itself', () => {
    const { watch, news } = watching();
    watch.onInvocation(invocation('t1', { invocationEventType: 'NEW_OUTBOUND_CALL' }));

    watch.onSip(request('INVITE', { callId: 'out-1', direction: 'out', from: service, to: alice }));
    watch.onInvite({ transactionId: 't1', tag: 'LEG-A', sipCallId: 'out-1' });

    expect(news.at(-1)).toMatchObject({ kind: 'sip', leg: 'LEG-A', call: { tag: 'A1', transactionId: 't1' } });
  });

  it('tells both ends apart of a call that leaves the service and comes back into it', () => {
    const fixture = watching();
    const { watch, news } = fixture;
    const loop = { callId: 'loop' };
    aliceCalls(fixture, 't1', 'sip-1');
    rings(fixture, 't1', 'loop');
    aliceCalls(fixture, 't2', 'loop');
    news.length = 0;

    watch.onSip(request('INVITE', { ...loop, direction: 'in' }));
    watch.onSip(response('200 OK', 'INVITE', { ...loop, direction: 'out' }));
    watch.onSip(response('200 OK', 'INVITE', { ...loop, direction: 'in' }));
    watch.onSip(request('ACK', { ...loop, direction: 'out' }));
    watch.onSip(request('ACK', { ...loop, direction: 'in' }));
    watch.onSip(request('BYE', { ...loop, direction: 'out', tag: '2' }));
    watch.onSip(request('BYE', { ...loop, direction: 'in', tag: '2' }));
    watch.onSip(response('200 OK', 'BYE', { ...loop, direction: 'out', tag: '2' }));
    watch.onSip(response('200 OK', 'BYE', { ...loop, direction: 'in', tag: '2' }));

    const [a, b] = ['A1 LEG-B', 'A2 LEG-A'];
    expect(news.map((each) => `${each.call?.tag} ${each.kind === 'sip' && each.leg}`)).toEqual([
      b, // INVITE, once more
      b,
      a, // its answer
      a,
      b, // ACK
      b,
      a, // BYE from where it came back to
      a,
      b, // its answer
    ]);
  });

  it('tells in the end of an INVITE that goes out for no call', () => {
    const { watch, news } = watching();

    watch.onSip(request('INVITE', { callId: 'out-1', direction: 'out', to: bob }));
    const before = news.length;
    watch.onSip(request('OPTIONS', { callId: 'ping' }));

    expect(before).toBe(0);
    expect(news.map((each) => [each.call, each.kind === 'sip' && each.summary.method])).toEqual([
      [undefined, 'INVITE'],
      [undefined, 'OPTIONS'],
    ]);
  });

  it('puts what is not known to no call', () => {
    const { watch, news } = watching();

    watch.onSip(request('OPTIONS', { callId: 'ping' }));
    watch.onSip(request('BYE', { callId: 'long gone' }));
    watch.onLog({ functionName: 'sma', functionArn, requestId: '', line: 'loading' });

    expect(news.map(({ kind, call }) => [kind, call])).toEqual([
      ['sip', undefined],
      ['sip', undefined],
      ['log', undefined],
    ]);
  });

  it('still knows the messages of a call that has just ended, and forgets it after a minute', async () => {
    const fixture = watching();
    const { watch, news, time } = fixture;
    aliceCalls(fixture, 't1', 'sip-1');
    watch.onCallEnded({ transactionId: 't1' });

    watch.onSip(response('200 OK', 'BYE', { callId: 'sip-1' }));
    const soon = news.at(-1)?.call?.tag;
    await time.advanceBy(60_001);
    aliceCalls(fixture, 't2', 'sip-2');
    watch.onSip(response('200 OK', 'BYE', { callId: 'sip-1' }));

    expect(soon).toBe('A1');
    expect(news.at(-1)?.call).toBeUndefined();
    expect(watch.size).toBe(1);
  });

  it('does not forget a call that is silent but under way', async () => {
    const fixture = watching();
    aliceCalls(fixture, 't1', 'sip-1');

    await fixture.time.advanceBy(3_600_000);
    aliceCalls(fixture, 't2', 'sip-2');
    fixture.watch.onSip(request('BYE', { callId: 'sip-1' }));

    expect(fixture.news.at(-1)?.call?.tag).toBe('A1');
  });
});

describe('the tags of calls', () => {
  it('stay short, and never come twice', () => {
    const next = callTags();
    const tags = Array.from({ length: 99 * 27 }, next);

    expect([tags[0], tags[98], tags[99], tags[99 * 25], tags[99 * 26]]).toEqual(['A1', 'A99', 'B1', 'Z1', 'AA1']);
    expect(new Set(tags).size).toBe(tags.length);
  });
});
