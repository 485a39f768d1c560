import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { bodyText } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import type { SipResponse } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave, carolAndBob, type CallToDave, type CarolsCall } from './raw-dialog-fixture.ts';

const required = ['Require: 100rel'];

describe('a caller who requires reliable provisional responses (RFC 3262)', () => {
  let story: CarolsCall;

  beforeEach(async () => {
    story = await carolAndBob();
  });

  const rack = (response: SipResponse, change = 0): string[] => [
    `RAck: ${Number(headerValue(response, 'RSeq')) + change} 1 INVITE`,
  ];

  it('hears the ringing again, with pauses that double, until its PRACK is here', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().ring();
    await story.timers.advanceBy(3600);

    const ringing = story.response('1 INVITE');
    expect(ringing).toMatchObject({ status: 180 });
    expect(headerValue(ringing, 'Require')).toBe('100rel');
    expect(story.carol.statuses).toEqual([100, 180, 180, 180, 180]);
    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(ringing) });
    await story.timers.advanceBy(10_000);

    expect(story.carol.statuses).toEqual([100, 180, 180, 180, 180, 200]);
    story.ringing().answer(sdpAt(5000));
    await story.ask({ method: 'ACK' });
    expect(story.response('1 INVITE')).toMatchObject({ status: 200 });
  });

  it('is told of a PRACK that means nothing, or means another response', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().ring();
    await story.timers.advanceBy(20);
    const ringing = story.response('1 INVITE');

    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(ringing, 1) });
    await story.ask({ method: 'PRACK', cseq: '3' });
    await story.ask({ method: 'PRACK', cseq: '4', headers: rack(ringing) });
    await story.ask({ method: 'PRACK', cseq: '5', headers: rack(ringing) });

    expect(['2', '3', '4', '5'].map((cseq) => story.response(`${cseq} PRACK`).status)).toEqual([481, 481, 200, 481]);
  });

  it('hears early media after the ringing, one at a time, and the answer after both', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().ring();
    story.ringing().progress(sdpAt(5002));
    await story.timers.advanceBy(20);
    const ringing = story.response('1 INVITE');
    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(ringing) });
    const early = story.response('1 INVITE');

    story.ringing().answer(sdpAt(5002));
    await story.timers.advanceBy(20);
    expect(story.response('1 INVITE')).toBe(early);
    await story.ask({ method: 'PRACK', cseq: '3', headers: rack(early) });

    expect(early).toMatchObject({ status: 183 });
    expect(Number(headerValue(early, 'RSeq'))).toBe(Number(headerValue(ringing, 'RSeq')) + 1);
    expect(story.carol.statuses).toEqual([100, 180, 200, 183, 200, 200]);
  });

  it('is answered at once while only the ringing waits for its PRACK, which is still welcome', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().ring();
    await story.timers.advanceBy(20);
    const ringing = story.response('1 INVITE');
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);

    expect(story.response('1 INVITE')).toMatchObject({ status: 200 });
    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(ringing) });
    expect(story.response('2 PRACK')).toMatchObject({ status: 200 });
  });

  it('is refused when no PRACK comes for 64·T1', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().progress(sdpAt(5002));
    story.ringing().answer(sdpAt(5002));
    await story.timers.advanceBy(32_020);

    expect(story.response('1 INVITE')).toMatchObject({ status: 504 });
    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout', status: 504 });
  });

  it.each([
    { case: 'cancels', act: () => story.ask({ method: 'CANCEL', branch: 'z9hG4bK-INVITE-1' }), status: 487 },
    { case: 'is hung up on', act: async () => story.ringing().hangUp(), status: 480 },
  ])('$case while the answer waits for a PRACK', async ({ act, status }) => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().progress(sdpAt(5002));
    story.ringing().answer(sdpAt(5002));

    await act();
    await story.timers.advanceBy(20);
    await story.ask({ method: 'ACK', branch: 'z9hG4bK-INVITE-1' });
    await story.timers.advanceBy(40_000);

    expect(story.response('1 INVITE')).toMatchObject({ status });
    expect(story.bob.held).toEqual({ calls: 0, dialogs: 0, transactions: 0 });
  });

  it('without an offer gets ours with early media, answers it with PRACK, and finds none in the 200', async () => {
    const heard: string[] = [];
    await story.ask({ headers: required });
    story.ringing().onRemoteSdp = (sdp) => void heard.push(sdp);
    story.ringing().ring();
    await story.timers.advanceBy(20);
    expect(story.carol.statuses).toEqual([100]);

    story.ringing().progress(sdpAt(5002));
    await story.timers.advanceBy(20);
    const early = story.response('1 INVITE');
    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(early), body: sdpAt(4000) });
    story.ringing().answer(sdpAt(5002));
    await story.timers.advanceBy(20);

    expect(bodyText(early)).toBe(sdpAt(5002));
    expect(heard).toEqual([sdpAt(4000)]);
    expect(bodyText(story.response('1 INVITE'))).toBeUndefined();
  });

  it('may bring a new offer with PRACK, which is answered', async () => {
    await story.ask({ body: sdpAt(4000), headers: required });
    story.ringing().progress(sdpAt(5002));
    await story.timers.advanceBy(20);

    await story.ask({ method: 'PRACK', cseq: '2', headers: rack(story.response('1 INVITE')), body: sdpAt(4002) });

    expect(bodyText(story.response('2 PRACK'))).toContain('m=audio 5002 ');
    expect(story.ringing().remoteSdp).toBe(sdpAt(4002));
  });

  it('and one who only supports them is rung at unreliably', async () => {
    await story.ask({ body: sdpAt(4000), headers: ['Supported: 100rel'] });
    story.ringing().ring();
    await story.timers.advanceBy(10_000);

    expect(story.carol.statuses).toEqual([100, 180]);
    expect(headerValue(story.response('1 INVITE'), 'RSeq')).toBeUndefined();
  });
});

describe('a callee who sends reliable provisional responses', () => {
  let story: CallToDave;
  const reliably = (number: number): Record<string, string> => ({ Require: '100rel', RSeq: String(number) });

  beforeEach(async () => {
    story = await aliceAndDave();
  });

  it('gets one PRACK for each, and none for repetitions or gaps', async () => {
    const call = story.call();
    const progress: unknown[] = [];
    call.onProgress = (status, sdp) => void progress.push([status, sdp]);
    await story.timers.advanceBy(20);

    await story.answer(180, 'dave', reliably(7));
    await story.answer(180, 'dave', reliably(7));
    await story.answer(183, 'dave', reliably(9), sdpAt(9));
    await story.answer(183, 'dave', reliably(8), sdpAt(5000));

    const pracks = story.dave.received.filter((each) => each.kind === 'request' && each.method === 'PRACK');
    expect([...new Set(pracks.map((each) => headerValue(each, 'RAck')))]).toEqual(['7 1 INVITE', '8 1 INVITE']);
    expect(pracks[0]).toMatchObject({ uri: `sip:dave@127.0.0.1:${story.dave.address.port}` });
    expect(progress).toEqual([
      [180, undefined],
      [183, sdpAt(5000)],
    ]);
    expect(call.remoteSdp).toBe(sdpAt(5000));
  });

  it('gets BYE with a number above that of the PRACK', async () => {
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(180, 'dave', reliably(1));
    await story.answer(200, 'dave', {}, sdpAt(5000));
    call.hangUp();
    await story.timers.advanceBy(20);

    expect(story.dave.received.flatMap((each) => headerValue(each, 'CSeq') ?? [])).toEqual([
      '1 INVITE',
      '2 PRACK',
      '1 ACK',
      '3 BYE',
    ]);
  });

  it('is acknowledged in each early dialog of a forked call for itself', async () => {
    story.call();
    await story.timers.advanceBy(20);

    await story.answer(180, 'one', reliably(5));
    await story.answer(180, 'two', reliably(5));

    expect(story.log.filter((line) => line === 'PRACK')).toHaveLength(2);
  });
});
