import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave, type CallToDave } from './raw-dialog-fixture.ts';

let story: CallToDave;

beforeEach(async () => {
  story = await aliceAndDave();
});

describe('a call that forks', () => {
  it('hears the early media of each branch in turn, and talks to the branch that answers', async () => {
    const call = story.call();
    const heard: unknown[] = [];
    call.onProgress = (status, sdp) => void heard.push([status, sdp]);
    await story.timers.advanceBy(20);

    await story.answer(183, 'one', {}, sdpAt(5001));
    await story.answer(183, 'two', {}, sdpAt(5002));
    expect(call.remoteSdp).toBe(sdpAt(5002));
    await story.answer(180, 'one');
    await story.answer(200, 'one');

    expect(heard).toEqual([
      [183, sdpAt(5001)],
      [183, sdpAt(5002)],
      [180, undefined],
    ]);
    // The 200 brought no description: what counts is the one that the same branch gave before.
    expect(await call.answered).toMatchObject({ kind: 'answered', sdp: sdpAt(5001) });
    expect(call.remoteSdp).toBe(sdpAt(5001));
  });

  it('knows the branches that did not answer no more', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'one');
    await story.answer(180, 'two');
    expect(story.alice.held.dialogs).toBe(2);

    await story.answer(200, 'one', {}, sdpAt(5001));
    expect(story.alice.held.dialogs).toBe(1);
    call.hangUp();
    await story.timers.advanceBy(33_000);

    expect(story.alice.held).toEqual({ calls: 0, dialogs: 0, transactions: 0 });
  });

  it('hangs up on a second branch that answers after all', async () => {
    story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'one');
    await story.answer(180, 'two');

    await story.answer(200, 'one', {}, sdpAt(5001));
    await story.answer(200, 'two', {}, sdpAt(5002));

    expect(story.log).toEqual(['INVITE', 'ACK', 'ACK', 'BYE']);
    expect(story.dave.request('BYE')).toMatchObject({ uri: `sip:two@127.0.0.1:${story.dave.address.port}` });
  });

  it('forgets its branches when all of them refuse', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'one');
    await story.answer(486, 'one');

    expect(await call.answered).toMatchObject({ kind: 'refused', status: 486 });
    expect(story.alice.held.dialogs).toBe(0);
  });
});

describe('BYE from whoever only rings', () => {
  it('is not for the callee to send (§15)', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'dave');
    const us = headerValue(story.dave.request('INVITE')!, 'From')!;

    story.dave.send(
      rawRequest(story.dave.address, {
        method: 'BYE',
        replace: { From: '<sip:dave@127.0.0.1>;tag=dave', To: us, 'Call-ID': call.sipCallId },
      }),
    );
    await story.timers.advanceBy(20);

    expect(story.log).toEqual(['INVITE', '481 BYE']);
  });
});

describe('the 200', () => {
  it('says where requests go from now on, whatever the ringing said (§13.2.2.4)', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'dave', { 'Record-Route': '<sip:127.0.0.9:5070;lr>' });

    await story.answer(200, 'dave', { Contact: `<sip:elsewhere@127.0.0.1:${story.dave.address.port}>` }, sdpAt(5000));
    call.hangUp();
    await story.timers.advanceBy(20);

    expect(story.dave.request('BYE')).toMatchObject({ uri: `sip:elsewhere@127.0.0.1:${story.dave.address.port}` });
    expect(headerValue(story.dave.request('BYE')!, 'Route')).toBeUndefined();
  });
});
