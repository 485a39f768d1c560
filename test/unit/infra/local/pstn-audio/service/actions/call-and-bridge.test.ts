import { buildWav } from '../../../../../../../infra/local/pstn-audio/media/wav.ts';
import { callAndBridge } from '../../../../../../../infra/local/pstn-audio/service/actions/call-and-bridge.ts';
import { audioOffer } from '../../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import { FakeCall, voiceConnectorArn, type FakeCallOptions } from '../fakes/fake-call.ts';
import { callerNumber, ownNumber } from '../fakes/fake-leg.ts';

const toPhone = { CallerIdNumber: ownNumber, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }] };
const toConnector = {
  CallerIdNumber: ownNumber,
  Endpoints: [{ BridgeEndpointType: 'AWS', Arn: voiceConnectorArn, Uri: 'support' }],
};
const tone = { Type: 'S3', BucketName: 'prompts', Key: 'ring.wav' };
const sdp = audioOffer({ host: '127.0.0.1', port: 41_000 });
const answered = { kind: 'answered', sdp, response: undefined as never } as const;
const refused = (status: number) => ({ kind: 'refused', status, reason: '', response: undefined as never }) as const;
const notAnswered = { kind: 'failed', errorType: 'CallNotAnswered', errorMessage: 'Call not answered' };

async function bridging(parameters: Readonly<Record<string, unknown>>, options: FakeCallOptions = {}) {
  const call = new FakeCall(options);
  const action = callAndBridge(parameters, call);
  await call.timers.advanceBy(0);
  return { call, action };
}

describe('CallAndBridge', () => {
  it('joins whoever answers to the caller, and gives its parameters back filled in', async () => {
    const { call, action } = await bridging({ ...toPhone, CallTimeoutSeconds: '20', SipHeaders: null, Other: 1 });

    call.placed[0]?.settles(answered);
    const result = await action.done;

    expect(result).toEqual({
      kind: 'successful',
      parameters: { ...toPhone, CallTimeoutSeconds: 20, CallId: 'call-a' },
    });
    expect(call.caller.done).toEqual(['answer']);
    expect(call.bridged).toEqual([[call.caller.audio, call.opened[0]]]);
    expect(call.legs[1]?.description).toMatchObject({
      tag: 'LEG-B',
      to: '+12065550141',
      from: ownNumber,
      direction: 'Outbound',
    });
  });

  it('sends headers and the user part to a Voice Connector, over the protocol of its route', async () => {
    const { call } = await bridging(
      { ...toConnector, SipHeaders: { 'X-Id': '7' } },
      { peers: [{ host: 'vc.test', port: 5061, protocol: 'TCP' }] },
    );

    expect(call.placed[0]?.invite).toMatchObject({
      requestUri: 'sip:support@vc.test:5061;transport=tcp',
      from: `sip:${ownNumber}@127.0.0.1:5060`,
      headers: { 'X-Id': '7' },
      protocol: 'TCP',
    });
  });

  it.each([486, 603, 404, 480])(
    'ends as CallNotAnswered when the callee says %d, and tells no more',
    async (status) => {
      const { call, action } = await bridging(toPhone);

      call.placed[0]?.settles(refused(status));

      expect(await action.done).toMatchObject(notAnswered);
      expect(call.legs).toHaveLength(1);
      expect(call.opened[0]?.isClosed).toBe(true);
    },
  );

  it('tells watchers whose its INVITE is', async () => {
    const { call } = await bridging(toPhone);

    expect(call.invites).toEqual([`LEG-B ${call.placed[0]?.sipCallId}`]);
  });

  it('passes on one hop less than the caller’s INVITE had left, and rings nobody when that was the last', async () => {
    const calls = await Promise.all(
      [70, 2, 1].map(async (maxForwards) => {
        const call = new FakeCall();
        call.caller.maxForwards = maxForwards;
        const action = callAndBridge(toPhone, call);
        await call.timers.advanceBy(0);
        return { call, action };
      }),
    );

    expect(calls.map(({ call }) => call.placed.map(({ invite }) => invite.maxForwards))).toEqual([[69], [1], []]);
    expect(await calls[2]?.action.done).toMatchObject({ ...notAnswered, note: expect.stringContaining('483') });
  });

  it('stops ringing after 30 s where no time is given', async () => {
    const { call, action } = await bridging(toPhone);

    await call.timers.advanceBy(29_999);
    const before = call.placed[0]?.hungUp;
    await call.timers.advanceBy(1);

    expect([before, call.placed[0]?.hungUp]).toEqual([0, 1]);
    expect(await action.done).toMatchObject({ ...notAnswered, parameters: { CallTimeoutSeconds: 30 } });
  });

  it('stops ringing when it is cut off, and a crossing answer is hung up', async () => {
    const { call, action } = await bridging(toPhone);

    action.abort();
    call.placed[0]?.settles(answered);

    expect(await action.done).toMatchObject(notAnswered);
    expect(call.placed[0]?.hungUp).toBe(1);
    expect(call.bridged).toEqual([]);
  });

  it('hangs up on an answer without audio that can be spoken', async () => {
    const { call, action } = await bridging(toPhone);

    call.placed[0]?.settles({ ...answered, sdp: '' });

    expect(await action.done).toMatchObject(notAnswered);
    expect(call.placed[0]?.hungUp).toBe(1);
  });

  describe('with several routes', () => {
    const peers = [5071, 5072].map((port) => ({ host: '127.0.0.1', port }));

    it.each([
      { case: 'cannot be reached', outcome: { kind: 'unreachable', cause: '' } as const },
      { case: 'says 503', outcome: refused(503) },
      { case: 'does not answer SIP', outcome: { kind: 'timedOut' } as const },
    ])('tries the next when one $case', async ({ outcome }) => {
      const { call, action } = await bridging(toConnector, { peers });

      call.placed[0]?.settles(outcome);
      await call.timers.advanceBy(0);
      call.placed[1]?.settles(answered);

      expect(await action.done).toMatchObject({ kind: 'successful' });
      expect(call.placed[1]?.invite.target).toEqual(peers[1]);
    });

    it('passes over a route whose protocol is not spoken here', async () => {
      const secure = { host: '127.0.0.1', port: 5061, protocol: 'TLS' as const };

      const { call } = await bridging(toConnector, { peers: [secure, ...peers] });

      expect(call.placed.map(({ invite }) => invite.target)).toEqual([peers[0]]);
    });

    it('tries no other once the callee has answered for itself', async () => {
      const { call, action } = await bridging(toConnector, { peers });

      call.placed[0]?.settles(refused(486));

      expect(await action.done).toMatchObject(notAnswered);
      expect(call.placed).toHaveLength(1);
    });

    it('leaves a route that is silent for its share of the time, but not one that rings', async () => {
      const silent = await bridging(toConnector, { peers });
      const ringing = await bridging(toConnector, { peers });

      ringing.call.placed[0]?.progresses(180);
      await silent.call.timers.advanceBy(15_000);
      await ringing.call.timers.advanceBy(15_000);

      expect(silent.call.placed.map(({ hungUp }) => hungUp)).toEqual([1, 0]);
      expect(ringing.call.placed.map(({ hungUp }) => hungUp)).toEqual([0]);
    });
  });

  describe('that reaches nobody, for those who look for the reason,', () => {
    const peers = [
      { host: 'a.test', port: 5061, protocol: 'TLS' as const },
      { host: 'b.test', port: 5060 },
      { host: 'c.test', port: 5060 },
    ];

    it('names what came of each route', async () => {
      const { call, action } = await bridging(toConnector, { peers });
      call.placed[0]?.refuses(503, 'Service Unavailable');
      await call.timers.advanceBy(0);
      call.placed[1]?.settles({ kind: 'unreachable', cause: 'connection refused' });

      expect(await action.done).toMatchObject({
        ...notAnswered,
        note:
          'vc/abcdef1ghij2klmno3pqr4: a.test:5061: unreachable (its protocol is not spoken here); ' +
          'b.test:5060: 503 Service Unavailable; c.test:5060: unreachable (connection refused)',
      });
    });

    it('says that there is none', async () => {
      const { action } = await bridging(toPhone, { peers: [] });

      expect(await action.done).toMatchObject({ ...notAnswered, note: 'Pstn has no route for this call' });
    });

    it('says that time was up', async () => {
      const { call, action } = await bridging(toPhone, { peers: peers.slice(1, 2) });

      await call.timers.advanceBy(30_000);

      expect(await action.done).toMatchObject({ ...notAnswered, note: 'Pstn: b.test:5060: no answer in time' });
    });

    it('notes what was passed over when another route answers', async () => {
      const { call, action } = await bridging(toConnector, { peers: peers.slice(1) });
      call.placed[0]?.refuses(500);
      await call.timers.advanceBy(0);
      call.placed[1]?.answers(sdp);
      await action.done;

      expect(call.notes).toEqual(['another route has answered: vc/abcdef1ghij2klmno3pqr4: b.test:5060: 500']);
    });
  });

  describe('while the other side rings', () => {
    it('passes ringing on to the caller', async () => {
      const { call } = await bridging(toPhone);
      const before = [...call.caller.done];

      call.placed[0]?.progresses(180);

      expect([before, call.caller.done]).toEqual([[], ['ring']]);
    });

    it('lets the caller hear what the far end plays, and no longer than it rings', async () => {
      const { call, action } = await bridging(toPhone);

      call.placed[0]?.progresses(183, sdp);
      const during = call.caller.audio.partner;
      call.placed[0]?.settles(refused(486));
      await action.done;

      expect(call.caller.done).toEqual(['earlyMedia']);
      expect([during, call.caller.audio.partner]).toEqual([call.opened[0], undefined]);
    });

    it('plays the function’s own tone over and over instead, until the answer', async () => {
      const samples = Int16Array.from({ length: 200 }, (_, n) => n + 1);
      const { call, action } = await bridging(
        { ...toPhone, RingbackTone: tone },
        { objects: { 'prompts/ring.wav': buildWav({ rate: 8000, samples }) } },
      );

      call.placed[0]?.progresses(183, sdp);
      await call.timers.advanceBy(80);
      const heard = call.caller.audio.said.flatMap((frame) => [...frame]);
      call.placed[0]?.settles(answered);
      await action.done;

      const once = [...samples, ...new Int16Array(120)];
      expect(heard).toEqual([...once, ...once]);
      expect(call.caller.done).toEqual(['earlyMedia', 'answer']);
      expect(call.caller.audio.isPlaying).toBe(false);
    });

    it.each([
      { case: 'there is no such file', objects: {}, message: 'Cannot access S3 bucket or audio file.' },
      {
        case: 'the file is no WAV',
        objects: { 'prompts/ring.wav': Buffer.from('mp3') },
        message: 'Ringtone parameter value is invalid.',
      },
    ])('rings nobody when $case', async ({ objects, message }) => {
      const { call, action } = await bridging({ ...toPhone, RingbackTone: tone }, { objects });

      expect(await action.done).toMatchObject({
        errorType: 'InvalidAudioSource',
        errorMessage: message,
        note: expect.stringContaining('"ring.wav" in bucket "prompts"'),
      });
      expect(call.placed).toEqual([]);
    });
  });

  it('may show the caller’s own number, but not on a skill call', async () => {
    const plain = await bridging({ ...toPhone, CallerIdNumber: callerNumber });
    const skill = await bridging(
      { ...toPhone, CallerIdNumber: callerNumber },
      { caller: { sipHeaders: { 'x-alexa-lwa-clientid': 'any' } } },
    );

    expect([plain.call.placed.length, skill.call.placed.length]).toEqual([1, 0]);
  });
});
