import { createDigestChallenger } from '../../../../../../../infra/local/pstn-audio/sip/digest/challenger.ts';
import { headerValue, headerValues } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { IncomingCall, OutgoingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave } from './raw-dialog-fixture.ts';

const credentials = { username: 'alice', password: 'wonderland' };
const passwordOf = (username: string): string | undefined => (username === 'alice' ? 'wonderland' : undefined);

let story: Story;
let verdicts: string[];

beforeEach(async () => {
  story = await aliceAndBob();
  verdicts = [];
  const door = createDigestChallenger({ realm: 'bob', ids: idsFake(), clock: story.timers, algorithm: 'SHA-256' });
  story.bob.onInvite = (call: IncomingCall) => {
    const verdict = door.verify(call.request, passwordOf);
    verdicts.push(verdict);
    if (verdict === 'accepted') {
      story.bobsCalls.push(call);
      return call.answer(sdpAt(5000));
    }
    const { name, value } = door.challenge({ stale: verdict === 'stale' });
    return call.reject(door.status, undefined, { [name]: value });
  };
});

function call(given?: typeof credentials): OutgoingCall {
  return story.alice.invite({
    target: story.bob.address,
    requestUri: 'sip:bob@127.0.0.1:5061',
    from: 'sip:alice@127.0.0.1',
    sdp: sdpAt(4000),
    ...(given !== undefined && { credentials: given }),
  });
}

describe('a call to somebody who asks who calls', () => {
  it('goes out again with credentials, as the same call', async () => {
    const outgoing = call(credentials);
    await story.timers.advanceBy(100);
    outgoing.hangUp();
    await story.timers.advanceBy(100);

    expect(await outgoing.answered).toMatchObject({ kind: 'answered' });
    expect(verdicts).toEqual(['absent', 'accepted']);
    expect(story.ringing().sipCallId).toBe(outgoing.sipCallId);
    expect(headerValue(story.ringing().request, 'CSeq')).toBe('2 INVITE');
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(story.network.log).toEqual([
      'alice → bob INVITE',
      'bob → alice 407 INVITE',
      'alice → bob ACK',
      'alice → bob INVITE',
      'bob → alice 200 INVITE',
      'alice → bob ACK',
      'alice → bob BYE',
      'bob → alice 200 BYE',
    ]);
  });

  it.each([
    { case: 'none', given: undefined, expected: ['absent'] },
    { case: 'the wrong ones', given: { ...credentials, password: 'x' }, expected: ['absent', 'refused'] },
  ])('is refused when there are no credentials, or $case', async ({ given, expected }) => {
    const outgoing = call(given);
    await story.timers.advanceBy(100);

    expect(await outgoing.answered).toMatchObject({ kind: 'refused', status: 407 });
    expect(verdicts).toEqual(expected);
  });

  it('that is cancelled meanwhile does not go out again', async () => {
    const outgoing = call(credentials);
    outgoing.cancel();
    await story.timers.advanceBy(100);

    expect(await outgoing.answered).toEqual({ kind: 'cancelled' });
    expect(verdicts).toEqual(['absent']);
  });

  it('leaves nothing behind', async () => {
    const outgoing = call(credentials);
    await story.timers.advanceBy(100);
    outgoing.hangUp();
    await story.timers.advanceBy(33_000);

    expect(story.alice.held).toEqual({ calls: 0, dialogs: 0, transactions: 0 });
    expect(story.timers.pending).toBe(0);
  });
});

describe('a proxy and a callee who both ask', () => {
  it('are answered each in its header, also in the ACK and when they ask again for the BYE', async () => {
    const challenge = 'Digest realm="r", nonce="n", qop="auth"';
    const toDave = await aliceAndDave({ credentials });
    const outgoing = toDave.call();
    await toDave.timers.advanceBy(20);

    await toDave.answer(407, 'a', { 'Proxy-Authenticate': challenge });
    await toDave.answer(401, 'b', { 'WWW-Authenticate': challenge });
    await toDave.answer(200, 'c', {}, sdpAt(5000));
    outgoing.hangUp();
    await toDave.timers.advanceBy(20);

    const carried = toDave.dave.received.map((each) => [
      headerValue(each, 'CSeq'),
      ...['Proxy-Authorization', 'Authorization'].map((name) => headerValues(each, name).length > 0),
    ]);
    expect(carried).toEqual([
      ['1 INVITE', false, false],
      ['1 ACK', false, false],
      ['2 INVITE', true, false],
      ['2 ACK', false, false],
      ['3 INVITE', true, true],
      ['3 ACK', true, true],
      ['4 BYE', true, true],
    ]);
    expect(headerValue(toDave.dave.request('BYE')!, 'Authorization')).toContain('nc=00000002');
  });

  it('may have rung first, and answers later under the same tag', async () => {
    const toDave = await aliceAndDave({ credentials });
    const outgoing = toDave.call();
    await toDave.timers.advanceBy(20);

    await toDave.answer(180, 'd');
    await toDave.answer(401, 'd', { 'WWW-Authenticate': 'Digest realm="r", nonce="n"' });
    await toDave.answer(200, 'd', {}, sdpAt(5000));

    expect(await outgoing.answered).toMatchObject({ kind: 'answered', sdp: sdpAt(5000) });
    outgoing.hangUp();
    await toDave.timers.advanceBy(20);
    expect(toDave.log).toEqual(['INVITE', 'ACK', 'INVITE', 'ACK', 'BYE']);
  });

  it('may say once that a nonce was too old', async () => {
    const toDave = await aliceAndDave({ credentials });
    const outgoing = toDave.call();
    await toDave.timers.advanceBy(20);
    const ask = (stale: boolean): Promise<void> =>
      toDave.answer(401, 'd', { 'WWW-Authenticate': `Digest realm="r", nonce="n", stale=${stale}` });

    await ask(false);
    await ask(true);
    await ask(true);

    expect(await outgoing.answered).toMatchObject({ kind: 'refused', status: 401 });
    expect(toDave.log.filter((line) => line === 'INVITE')).toHaveLength(3);
  });
});
