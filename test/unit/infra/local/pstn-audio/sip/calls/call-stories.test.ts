import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';
import type { OutgoingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { endQuietly } from './call-story-fixture.ts';

let story: Story;

beforeEach(async () => {
  story = await aliceAndBob();
});

afterEach(() => endQuietly(story));

async function talking(): Promise<OutgoingCall> {
  const call = story.call();
  await story.timers.advanceBy(20);
  story.ringing().answer(sdpAt(5000));
  await story.timers.advanceBy(20);
  return call;
}

describe('a call that is answered', () => {
  it('rings, is answered, and alice hangs up', async () => {
    const { network, timers } = story;
    const call = story.call();
    const progress: number[] = [];
    call.onProgress = (status) => void progress.push(status);
    await timers.advanceBy(20);
    story.ringing().ring();
    await timers.advanceBy(20);
    story.ringing().answer(sdpAt(5000));
    await timers.advanceBy(20);
    call.hangUp();
    await timers.advanceBy(20);

    expect(await call.answered).toMatchObject({ kind: 'answered', sdp: sdpAt(5000) });
    expect(await call.ended).toEqual({ by: 'local', cause: 'bye' });
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(progress).toEqual([180]);
    expect(network.log).toEqual([
      'alice → bob INVITE',
      'bob → alice 100 INVITE',
      'bob → alice 180 INVITE',
      'bob → alice 200 INVITE',
      'alice → bob ACK',
      'alice → bob BYE',
      'bob → alice 200 BYE',
    ]);
  });

  it('ends when bob hangs up', async () => {
    const call = await talking();

    story.ringing().hangUp({ Reason: 'Q.850;cause=16' });
    await story.timers.advanceBy(20);

    expect(await call.ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(await story.ringing().ended).toEqual({ by: 'local', cause: 'bye' });
    expect(story.network.log.slice(-2)).toEqual(['bob → alice BYE', 'alice → bob 200 BYE']);
  });

  it('answers both when alice and bob hang up at once', async () => {
    const call = await talking();

    call.hangUp();
    story.ringing().hangUp();
    await story.timers.advanceBy(40);

    expect(await call.ended).toEqual({ by: 'local', cause: 'bye' });
    expect(await story.ringing().ended).toEqual({ by: 'local', cause: 'bye' });
    expect(story.network.log.slice(-4).sort()).toEqual([
      'alice → bob 200 BYE',
      'alice → bob BYE',
      'bob → alice 200 BYE',
      'bob → alice BYE',
    ]);
  });

  it('carries early media and added headers', async () => {
    const { timers } = story;
    const heard: unknown[] = [];
    const call = story.alice.invite({
      target: story.bob.address,
      requestUri: 'sip:+12065550100@127.0.0.1:5061',
      from: 'sip:alice@127.0.0.1',
      fromDisplayName: 'Zoë "Z" Ünal',
      headers: { 'User-to-User': '6373693d41;encoding=hex', 'X-Greeting': 'schöne Grüße' },
      sdp: sdpAt(4000),
      maxForwards: 5,
    });
    call.onProgress = (status, sdp) => void heard.push([status, sdp]);
    await timers.advanceBy(20);
    story.ringing().progress(sdpAt(5002));
    await timers.advanceBy(20);

    expect(heard).toEqual([[183, sdpAt(5002)]]);
    expect(call.remoteSdp).toBe(sdpAt(5002));
    const headers = Object.fromEntries(story.ringing().request.headers.map(({ name, value }) => [name, value]));
    expect(headers).toMatchObject({
      'User-to-User': '6373693d41;encoding=hex',
      'X-Greeting': 'schöne Grüße',
      'Max-Forwards': '5',
    });
    expect(headers['From']).toContain(String.raw`"Zoë \"Z\" Ünal" <sip:alice@127.0.0.1>;tag=`);
    expect(story.ringing().remoteSdp).toBe(sdpAt(4000));
  });
});

describe('a call over a network that loses messages', () => {
  it.each([
    { lost: /alice → bob INVITE/, times: 2, wait: 1600 },
    { lost: /bob → alice 200 INVITE/, times: 1, wait: 600 },
    { lost: /bob → alice 200 INVITE/, times: 3, wait: 4000 },
    { lost: /alice → bob ACK/, times: 1, wait: 600 },
    { lost: /alice → bob ACK/, times: 2, wait: 1600 },
  ])('is still answered when $lost is lost $times times', async ({ lost, times, wait }) => {
    const { bob, network, timers } = story;
    network.drop(lost, times);
    let calls = 0;
    bob.onInvite = (call) => {
      calls += 1;
      call.answer(sdpAt(5000));
      story.bobsCalls.push(call);
    };
    const call = story.call();
    await timers.advanceBy(20 + wait);

    expect(network.log.filter((line) => line.endsWith('(lost)'))).toHaveLength(times);
    expect(await call.answered).toMatchObject({ kind: 'answered' });
    expect(calls).toBe(1);
    const before = network.log.length;
    await timers.advanceBy(10_000);
    expect(network.log.slice(before)).toEqual([]);
  });

  it('repeats BYE, and bob answers each repetition', async () => {
    const call = await talking();
    story.network.drop(/200 BYE/, 2);

    call.hangUp();
    await story.timers.advanceBy(5000);

    expect(story.network.log.filter((line) => line.endsWith('BYE'))).toHaveLength(4);
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
  });

  it('ends with BYE when no ACK ever comes', async () => {
    const { network, timers } = story;
    network.drop(/ACK/, Infinity);
    const call = await talking();

    await timers.advanceBy(31_900);
    expect(network.log.some((line) => line.includes('BYE'))).toBe(false);
    await timers.advanceBy(200);

    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout' });
    expect(await call.ended).toEqual({ by: 'remote', cause: 'bye' });
    // 200 at 0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5 and 31.5 s (§13.3.1.4).
    expect(network.log.filter((line) => line.includes('200 INVITE'))).toHaveLength(11);
  });

  it('holds the BYE back until the ACK is here', async () => {
    const { network, timers } = story;
    network.drop(/ACK/, 1);
    const call = await talking();

    story.ringing().hangUp();
    await timers.advanceBy(400);
    expect(network.log.some((line) => line.includes('BYE'))).toBe(false);
    await timers.advanceBy(200);

    expect(await story.ringing().ended).toEqual({ by: 'local', cause: 'bye' });
    expect(await call.ended).toEqual({ by: 'remote', cause: 'bye' });
  });
});

describe('closing', () => {
  it('hangs up what is left', async () => {
    const talkingCall = await talking();
    const unanswered = story.call();
    await story.timers.advanceBy(20);

    await story.alice.close();
    await story.timers.advanceBy(40);

    expect(await talkingCall.ended).toEqual({ by: 'local', cause: 'bye' });
    expect(await unanswered.answered).toEqual({ kind: 'cancelled' });
    expect(await story.bobsCalls[0]?.ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(await story.bobsCalls[1]?.ended).toEqual({ by: 'remote', cause: 'cancel' });
    expect(() => story.call()).toThrow('closed');
  });
});

describe('what an application may not send', () => {
  it.each([
    { case: 'a line break in a header', change: { headers: { 'X-A': 'a\r\nVia: evil' } }, message: 'line break' },
    { case: 'a header name with a colon', change: { headers: { 'X-A: b': 'c' } }, message: 'not a token' },
    { case: 'a header of the stack', change: { headers: { 'call-id': 'mine' } }, message: 'set by the stack' },
    {
      case: 'a header of the stack in its compact form',
      change: { headers: { v: 'mine' } },
      message: 'set by the stack',
    },
    { case: 'a line break in the display name', change: { fromDisplayName: 'a\nb' }, message: 'line break' },
    { case: 'a Request-URI that is none', change: { requestUri: 'bob at home' }, message: 'requestUri' },
    { case: 'a port that is none', change: { target: { host: '127.0.0.1', port: 70_000 } }, message: '70000' },
  ])('throws on $case', ({ change, message }) => {
    const request = {
      target: story.bob.address,
      requestUri: 'sip:bob@127.0.0.1',
      from: 'sip:alice@127.0.0.1',
      sdp: sdpAt(4000),
    };

    expect(() => story.alice.invite({ ...request, ...change })).toThrow(message);
    expect(story.network.log).toEqual([]);
  });

  it('throws on a rejection that is none', async () => {
    story.call();
    await story.timers.advanceBy(20);

    expect(() => story.ringing().reject(200)).toThrow(RangeError);
  });
});
