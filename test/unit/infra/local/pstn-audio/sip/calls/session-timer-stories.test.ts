import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import { serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndDave, carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

let story: CarolsCall;

beforeEach(async () => {
  story = await carolAndBob();
});

async function talking(headers: string[]): Promise<void> {
  await story.ask({ body: sdpAt(4000), headers });
  story.ringing().answer(sdpAt(5000));
  await story.timers.advanceBy(20);
  await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
}

function agreed(cseq = '1 INVITE'): unknown {
  const response = story.response(cseq);
  return [headerValue(response, 'Session-Expires'), headerValue(response, 'Require')];
}

const updates = (): number =>
  story.carol.received.filter((each) => each.kind === 'request' && each.method === 'UPDATE').length;

describe('session timers (RFC 4028)', () => {
  it.each([
    { asked: ['Supported: timer', 'Session-Expires: 1800'], told: ['1800;refresher=uac', 'timer'] },
    { asked: ['Require: timer', 'x: 90 ; refresher=uac'], told: ['90;refresher=uac', 'timer'] },
    {
      asked: ['k: timer', 'x: 1800;refresher=uas', 'Allow: INVITE, UPDATE'],
      told: ['1800;refresher=uas', undefined],
    },
    { asked: ['k: timer', 'x: 1800;refresher=uas', 'Allow: INVITE'], told: [undefined, undefined] },
    { asked: ['Session-Expires: 1800'], told: [undefined, undefined] },
    { asked: ['Supported: timer', 'Session-Expires: 999999999'], told: ['86400;refresher=uac', 'timer'] },
    { asked: ['Supported: timer'], told: [undefined, undefined] },
    { asked: ['Supported: timer', 'Session-Expires: soon'], told: [undefined, undefined] },
  ])('are agreed to: $asked', async ({ asked, told }) => {
    await talking(asked);

    expect(agreed()).toEqual(told);
  });

  it('end the call when the caller stops refreshing it', async () => {
    await talking(['Supported: timer', 'Session-Expires: 90']);
    await story.timers.advanceBy(50_000);
    await story.ask({ method: 'UPDATE', cseq: '2', headers: ['Supported: timer', 'Session-Expires: 90'] });
    expect(agreed('2 UPDATE')).toEqual(['90;refresher=uac', 'timer']);
    await story.timers.advanceBy(59_000);
    expect(story.carol.request('BYE')).toBeUndefined();

    await story.timers.advanceBy(2000);

    expect(story.carol.request('BYE')).toBeDefined();
    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout' });
  });

  it('run no more after a re-INVITE that asks for none', async () => {
    await talking(['Supported: timer', 'Session-Expires: 90']);

    await story.ask({ cseq: '2', body: sdpAt(4000) });
    await story.ask({ method: 'ACK', cseq: '2', branch: 'z9hG4bK-ack-2' });
    await story.timers.advanceBy(600_000);

    expect(story.carol.request('BYE')).toBeUndefined();
  });

  it('are not agreed to while somebody rings, who may take as long as he likes', async () => {
    const toDave = await aliceAndDave();
    const call = toDave.call();
    await toDave.timers.advanceBy(20);
    await toDave.answer(180, 'dave');

    toDave.dave.send(
      rawRequest(toDave.dave.address, {
        method: 'UPDATE',
        headers: ['Supported: timer', 'Session-Expires: 90'],
        replace: {
          From: '<sip:dave@127.0.0.1>;tag=dave',
          To: headerValue(toDave.dave.request('INVITE')!, 'From')!,
          'Call-ID': call.sipCallId,
        },
      }),
    );
    await toDave.timers.advanceBy(70_000);
    const updated = toDave.dave.received.at(-1)!;
    await toDave.answer(200, 'dave', {}, sdpAt(5000));

    expect(headerValue(updated, 'CSeq')).toBe('1 UPDATE');
    expect(headerValue(updated, 'Session-Expires')).toBeUndefined();
    expect(await call.answered).toMatchObject({ kind: 'answered' });
    expect(toDave.log).toEqual(['INVITE', '200 UPDATE', 'ACK']);
  });

  it('that an UPDATE asks for before we answer begin with the answer only', async () => {
    await story.ask({ body: sdpAt(4000) });
    story.ringing().ring();
    await story.timers.advanceBy(20);

    await story.ask({ method: 'UPDATE', cseq: '2', headers: ['Supported: timer', 'Session-Expires: 90'] });
    await story.timers.advanceBy(70_000);
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);
    await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });

    expect(agreed('2 UPDATE')).toEqual([undefined, undefined]);
    expect(story.response('1 INVITE')).toMatchObject({ status: 200 });
    expect(story.carol.request('BYE')).toBeUndefined();
  });

  it('leave nothing running when the call ends', async () => {
    await talking(['Supported: timer', 'Session-Expires: 1800']);

    await story.ask({ method: 'BYE', cseq: '2' });
    await story.timers.advanceBy(32_000);

    expect(story.timers.pending).toBe(0);
  });

  it('are refreshed by us with UPDATE where the caller asks for it, for as long as it answers', async () => {
    await talking(['k: timer', 'x: 100;refresher=uas', 'Allow: UPDATE']);
    const answer = (status: number): void => {
      story.carol.send(serializeMessage(responseTo(story.carol.request('UPDATE') as SipRequest, status)));
    };

    await story.timers.advanceBy(50_100);
    expect(updates()).toBe(1);
    expect(headerValue(story.carol.request('UPDATE')!, 'Session-Expires')).toBe('100;refresher=uac');
    answer(200);
    await story.timers.advanceBy(50_100);
    expect(updates()).toBe(2);
    answer(481);
    await story.timers.advanceBy(100);

    expect(story.carol.request('BYE')).toBeDefined();
    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout' });
  });
});
