import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { bodyText } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { parseSdp } from '../../../../../../../infra/local/pstn-audio/sip/sdp.ts';
import { SipRawPeer, rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave, carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

let story: CarolsCall;

beforeEach(async () => {
  story = await carolAndBob();
});

async function talking(headers: string[] = []): Promise<void> {
  await story.ask({ body: sdpAt(4000), headers });
  story.ringing().answer(sdpAt(5000));
  await story.timers.advanceBy(20);
  await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
}

describe('UPDATE (RFC 3311)', () => {
  it('with an offer is answered at once, as a re-INVITE is', async () => {
    await talking();

    await story.ask({ method: 'UPDATE', cseq: '2', body: sdpAt(4002, { direction: 'sendonly' }) });

    const answer = story.response('2 UPDATE');
    expect(answer).toMatchObject({ status: 200 });
    expect(parseSdp(bodyText(answer) ?? '')).toMatchObject({
      session: { port: 5000, direction: 'recvonly', version: '2' },
    });
    expect(story.ringing().remoteSdp).toBe(sdpAt(4002, { direction: 'sendonly' }));
  });

  it('without one refreshes the session and moves where our BYE goes', async () => {
    await talking();
    const moved = `sip:carol-moved@127.0.0.1:${story.carol.address.port}`;

    await story.ask({ method: 'UPDATE', cseq: '2', replace: { Contact: `<${moved}>` } });
    story.ringing().hangUp();
    await story.timers.advanceBy(20);

    expect(story.response('2 UPDATE')).toMatchObject({ status: 200 });
    expect(bodyText(story.response('2 UPDATE'))).toBeUndefined();
    expect(story.carol.request('BYE')).toMatchObject({ uri: moved });
  });

  it('with an offer has to wait while the first one is not answered, without one it need not', async () => {
    await story.ask({ body: sdpAt(4000) });
    story.ringing().ring();
    await story.timers.advanceBy(20);

    await story.ask({ method: 'UPDATE', cseq: '2', body: sdpAt(4002) });
    await story.ask({ method: 'UPDATE', cseq: '3' });

    expect(story.response('2 UPDATE')).toMatchObject({ status: 500 });
    expect(headerValue(story.response('2 UPDATE'), 'Retry-After')).toBe('1');
    expect(story.response('3 UPDATE')).toMatchObject({ status: 200 });
    expect(story.ringing().remoteSdp).toBe(sdpAt(4000));
  });

  it('that crosses an offer of ours is refused with 491', async () => {
    await story.ask({});
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);

    await story.ask({ method: 'UPDATE', cseq: '2', body: sdpAt(4002) });

    expect(story.response('2 UPDATE')).toMatchObject({ status: 491 });
  });

  it('is taken before the answer where early media has been agreed reliably', async () => {
    await story.ask({ body: sdpAt(4000), headers: ['Require: 100rel'] });
    story.ringing().progress(sdpAt(5000));
    await story.timers.advanceBy(20);
    const rack = `RAck: ${headerValue(story.response('1 INVITE'), 'RSeq')} 1 INVITE`;
    await story.ask({ method: 'PRACK', cseq: '2', headers: [rack] });

    await story.ask({ method: 'UPDATE', cseq: '3', body: sdpAt(4002) });

    expect(story.response('3 UPDATE')).toMatchObject({ status: 200 });
    expect(story.ringing().remoteSdp).toBe(sdpAt(4002));
  });

  it('after the end finds no call', async () => {
    await talking();
    await story.ask({ method: 'BYE', cseq: '2' });

    await story.ask({ method: 'UPDATE', cseq: '3' });

    expect(story.response('3 UPDATE')).toMatchObject({ status: 481 });
  });

  it('from whoever rings is answered too', async () => {
    const toDave = await aliceAndDave();
    const call = toDave.call();
    await toDave.timers.advanceBy(20);
    await toDave.answer(180, 'dave');
    const from = headerValue(toDave.dave.request('INVITE')!, 'From')!;
    const callId = call.sipCallId;

    toDave.dave.send(
      rawRequest(toDave.dave.address, {
        method: 'UPDATE',
        replace: { From: '<sip:dave@127.0.0.1>;tag=dave', To: from, 'Call-ID': callId },
      }),
    );
    await toDave.timers.advanceBy(20);

    expect(toDave.log).toEqual(['INVITE', '200 UPDATE']);
  });
});

describe('an offer that has no codec of ours', () => {
  const g729 = sdpAt(4002, { payloads: [{ type: 18, encoding: 'G729', clockRate: 8000 }] });

  it.each(['INVITE', 'UPDATE'])('in %s is refused with 488, and the call goes on as it was', async (method) => {
    await talking();

    await story.ask({ method, cseq: '2', body: g729 });
    await story.ask({ method, cseq: '3', body: 'nonsense' });

    expect(story.response(`2 ${method}`)).toMatchObject({ status: 488 });
    expect(story.response(`3 ${method}`)).toMatchObject({ status: 488 });
    expect(story.ringing().remoteSdp).toBe(sdpAt(4000));
    story.ringing().hangUp();
    await story.timers.advanceBy(20);
    expect(story.carol.request('BYE')).toBeDefined();
  });
});

describe('hold and resume', () => {
  it('is answered with versions that grow where something changes, and an offer asked for meanwhile is a whole one', async () => {
    await talking();
    const read = (cseq: string): unknown => {
      const sdp = parseSdp(bodyText(story.response(cseq)) ?? '');
      return sdp.kind === 'session' ? [sdp.session.direction, sdp.session.version] : sdp;
    };

    await story.ask({ cseq: '2', body: sdpAt(4000, { direction: 'sendonly' }) });
    await story.ask({ method: 'ACK', cseq: '2', branch: 'z9hG4bK-ack-2' });
    await story.ask({ cseq: '3' });
    await story.ask({
      method: 'ACK',
      cseq: '3',
      branch: 'z9hG4bK-ack-3',
      body: sdpAt(4000, { direction: 'inactive' }),
    });
    await story.ask({ cseq: '4', body: sdpAt(4000) });

    expect([read('2 INVITE'), read('3 INVITE'), read('4 INVITE')]).toEqual([
      ['recvonly', '2'],
      ['sendrecv', '3'],
      // As it was.
      ['sendrecv', '3'],
    ]);
  });
});

describe('a re-INVITE from whoever rings', () => {
  it('is refused: our own INVITE is under way (§14.2)', async () => {
    const toDave = await aliceAndDave();
    const call = toDave.call();
    await toDave.timers.advanceBy(20);
    await toDave.answer(180, 'dave');
    const second = new SipRawPeer(toDave.network.join('second'), toDave.alice.address);

    second.send(
      rawRequest(second.address, {
        replace: {
          From: '<sip:dave@127.0.0.1>;tag=dave',
          To: headerValue(toDave.dave.request('INVITE')!, 'From')!,
          'Call-ID': call.sipCallId,
        },
      }),
    );
    await toDave.timers.advanceBy(20);

    expect(second.statuses).toEqual([491]);
  });
});
