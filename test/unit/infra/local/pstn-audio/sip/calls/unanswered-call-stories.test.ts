import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';
import { endQuietly } from './call-story-fixture.ts';

let story: Story;

beforeEach(async () => {
  story = await aliceAndBob();
});

afterEach(() => endQuietly(story));

describe('a call that is not answered', () => {
  it('is refused', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);

    story.ringing().reject(486, 'Busy, sorry');
    await story.timers.advanceBy(20);

    expect(await call.answered).toMatchObject({ kind: 'refused', status: 486, reason: 'Busy, sorry' });
    expect(await call.ended).toEqual({ by: 'remote', cause: 'refused', status: 486 });
    expect(await story.ringing().ended).toEqual({ by: 'local', cause: 'refused', status: 486 });
    expect(story.network.log.slice(-2)).toEqual(['bob → alice 486 INVITE', 'alice → bob ACK']);
  });

  it('is refused with 480 where nobody listens for calls', async () => {
    story.bob.onInvite = undefined;

    const call = story.call();
    await story.timers.advanceBy(20);

    expect(await call.answered).toMatchObject({ kind: 'refused', status: 480 });
  });

  it('gets 480 when bob hangs up before answering', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);

    story.ringing().hangUp();
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);

    expect(await call.answered).toMatchObject({ kind: 'refused', status: 480 });
    expect(await story.ringing().ended).toEqual({ by: 'local', cause: 'refused', status: 480 });
  });

  it('is cancelled while it rings', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    story.ringing().ring();
    await story.timers.advanceBy(20);

    call.hangUp({ Reason: 'SIP;cause=200' });
    call.cancel();
    await story.timers.advanceBy(40);

    expect(await call.answered).toEqual({ kind: 'cancelled' });
    expect(await call.ended).toEqual({ by: 'local', cause: 'cancel', status: 487 });
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'cancel' });
    expect(story.network.log.slice(-4)).toEqual([
      'alice → bob CANCEL',
      'bob → alice 200 CANCEL',
      'bob → alice 487 INVITE',
      'alice → bob ACK',
    ]);
  });

  it('waits for a provisional response before it cancels', async () => {
    const call = story.call();

    call.cancel();
    expect(story.network.log).toEqual(['alice → bob INVITE']);
    await story.timers.advanceBy(60);

    expect(await call.answered).toEqual({ kind: 'cancelled' });
    expect(story.network.log.slice(1, 3)).toEqual(['bob → alice 100 INVITE', 'alice → bob CANCEL']);
  });

  it('acknowledges and hangs up when the answer crosses the CANCEL', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);

    story.ringing().answer(sdpAt(5000));
    call.cancel();
    await story.timers.advanceBy(60);

    expect(await call.answered).toEqual({ kind: 'cancelled' });
    expect(await call.ended).toEqual({ by: 'local', cause: 'cancel' });
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(story.network.log.slice(2)).toEqual([
      'bob → alice 200 INVITE',
      'alice → bob CANCEL',
      'alice → bob ACK',
      'alice → bob BYE',
      'bob → alice 200 CANCEL',
      'bob → alice 200 BYE',
    ]);
  });

  it('counts as cancelled when nothing answers the CANCEL for 64·T1', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    story.network.drop(/./, Infinity);

    call.cancel();
    await story.timers.advanceBy(32_000);

    expect(await call.answered).toEqual({ kind: 'cancelled' });
  });

  it('times out with Timer B when nobody is there', async () => {
    story.network.drop(/INVITE/, Infinity);
    const call = story.call();

    await story.timers.advanceBy(32_000);

    expect(await call.answered).toEqual({ kind: 'timedOut' });
    expect(await call.ended).toEqual({ by: 'transport', cause: 'timeout' });
    expect(story.network.log).toHaveLength(7);
  });

  it('is unreachable when the transport cannot send', async () => {
    story.network.fail(/INVITE/);
    const call = story.call();

    await story.timers.advanceBy(0);

    expect(await call.answered).toEqual({ kind: 'unreachable', cause: 'network is unreachable' });
    expect(await call.ended).toEqual({ by: 'transport', cause: 'unreachable' });
  });
});
