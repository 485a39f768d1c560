import { ToneEar } from '../../../../../../../infra/local/phone/tone-ear.ts';
import { callWithoutOffer } from '../../../../../../support/late-offer-caller.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { listenUdp } from '../../../../../../../infra/local/pstn-audio/sip/transport/udp.ts';
import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { openTrunk, rings, talking, voices, type Trunk } from './trunk-fixture.ts';

describe('a call through a trunk', () => {
  let trunk: Trunk;
  beforeEach(async () => {
    trunk = await openTrunk();
  });
  afterEach(() => trunk.close());

  it('lets the two hear each other', async () => {
    const { alice, bob } = await talking(trunk);

    expect(await Promise.all([alice.hears(voices.bob), bob.hears(voices.alice)])).toEqual([true, true]);
  });

  it.each(['alice', 'bob'] as const)('ends for both when %s hangs up, and frees its ports', async (who) => {
    const both = await talking(trunk);
    expect(trunk.calls[0]!.trunk.legs).toEqual([{ connected: true }, { connected: true }]);

    both[who].hangUp();
    const [alice, bob] = await Promise.all([both.alice.ended, both.bob.ended]);
    await trunk.over();

    expect([alice.cause, bob.cause]).toEqual(['bye', 'bye']);
    expect(trunk.openPorts).toBe(0);
    expect(trunk.calls[0]!.trunk.legs.filter(({ connected }) => connected)).toEqual([]);
  });

  it('names the caller and the number, one hop on, and passes headers on', async () => {
    trunk.headers = {
      'X-Order': '7',
      'User-to-User': '6869;encoding=hex',
      Diversion: '<sip:+12065550199@x>;reason=no-answer',
    };
    const ringing = rings(trunk.bob);

    const dialled = await trunk.dial();
    const { invite } = await ringing;

    expect(invite.uri).toBe(`sip:+12065550141@127.0.0.1:${trunk.bob.address.port}`);
    expect(headerValue(invite, 'From')).toContain('sip:+12065550123@');
    expect(headerValue(invite, 'Max-Forwards')).toBe('69');
    expect(headerValue(invite, 'X-Order')).toBe('7');
    expect(headerValue(invite, 'User-to-User')).toBe('6869;encoding=hex');
    expect(headerValue(invite, 'Diversion')).toBe('<sip:+12065550199@x>;reason=no-answer');
    dialled.hangUp();
  });

  it.each([
    { answers: 486, gets: 486 },
    { answers: 603, gets: 603 },
    { answers: 404, gets: 404 },
    // A redirection is not followed, and a challenge was not meant for the caller.
    { answers: 302, gets: 480 },
    { answers: 407, gets: 480 },
  ])('gives the caller $gets when the callee answers $answers', async ({ answers, gets }) => {
    trunk.bob.onRing = (ringing) => ringing.decline(answers);

    const outcome = await (await trunk.dial()).outcome;
    await trunk.over();

    expect(outcome).toMatchObject({ kind: 'refused', status: gets });
    expect(trunk.openPorts).toBe(0);
  });

  it('rings no more when the caller gives up', async () => {
    const ringing = rings(trunk.bob);
    const dialled = await trunk.dial();
    const { ended } = await ringing;

    dialled.hangUp();

    expect(await ended).toMatchObject({ cause: 'cancel' });
    expect(await dialled.outcome).toEqual({ kind: 'cancelled' });
    await trunk.over();
    expect(trunk.openPorts).toBe(0);
  });

  it('goes to the next peer when one says that it cannot', async () => {
    const other = await openTrunk();
    try {
      other.bob.onRing = (ringing) => ringing.decline(503);
      trunk.peers = [other.bob.address, trunk.bob.address];

      const { alice } = await talking(trunk);

      expect(await alice.hears(voices.bob)).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('goes to the next peer when one wants a protocol that is not spoken here, and tells when there is no other', async () => {
    const overTls = { ...trunk.bob.address, protocol: 'TLS' } as const;
    trunk.peers = [overTls, trunk.bob.address];
    const { alice } = await talking(trunk);
    trunk.peers = [overTls];

    const outcome = await (await trunk.dial()).outcome;

    expect(await alice.hears(voices.bob)).toBe(true);
    expect(outcome).toMatchObject({ kind: 'refused', status: 503 });
  });

  it.each([486, 603])(
    'does not ring the next peer when one answers %i: that is the callee’s own answer',
    async (status) => {
      const other = await openTrunk();
      try {
        let rang = false;
        other.bob.onRing = () => {
          rang = true;
        };
        trunk.bob.onRing = (ringing) => ringing.decline(status);
        trunk.peers = [trunk.bob.address, other.bob.address];

        const outcome = await (await trunk.dial()).outcome;

        expect(outcome).toMatchObject({ status });
        expect(rang).toBe(false);
      } finally {
        await other.close();
      }
    },
  );

  it('passes over a peer that says nothing for its share of the time, but not one that rings', async () => {
    const timers = new TimersFake();
    const slow = await openTrunk(timers);
    const mute = await listenUdp({});
    const asked = new Promise((resolve) => {
      mute.onMessage = resolve;
    });
    slow.peers = [mute.local, slow.bob.address, slow.bob.address];
    const ringing = rings(slow.bob);
    const dialled = await slow.dial();
    await asked;
    const { incoming } = slow.calls[0]!;
    const callerHearsOfIt = new Promise<void>((resolve) => {
      incoming.ring = () => resolve();
    });

    await timers.advanceBy(40_000);
    const first = await ringing;
    await callerHearsOfIt;
    slow.bob.onRing = undefined;
    await timers.advanceBy(40_001);
    const answered = await first.answer();

    expect(answered).toBeDefined();
    expect(await dialled.outcome).toMatchObject({ kind: 'connected' });
    await mute.close();
    await slow.close();
  });

  it('rings for two minutes, then tells the caller so', async () => {
    const timers = new TimersFake();
    const slow = await openTrunk(timers);
    const ringing = rings(slow.bob);
    const dialled = await slow.dial();
    const { ended } = await ringing;

    await timers.advanceBy(119_999);
    expect(slow.calls[0]!.trunk.legs[0]).toEqual({ connected: true });
    await timers.advanceBy(1);

    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 408 });
    expect(await ended).toMatchObject({ cause: 'cancel' });
    await slow.over();
    expect([slow.openPorts, timers.pending]).toEqual([0, 0]);
    await slow.close();
  });

  it('is ended by the service, ringing or talking', async () => {
    const both = await talking(trunk);
    const ringing = rings(trunk.bob);
    const second = await trunk.dial();
    const { ended } = await ringing;

    for (const { trunk: call } of trunk.calls) call.end(503);

    expect(await both.alice.ended).toMatchObject({ by: 'remote', cause: 'bye' });
    expect(await both.bob.ended).toMatchObject({ by: 'remote', cause: 'bye' });
    expect(await second.outcome).toMatchObject({ kind: 'refused', status: 503 });
    expect(await ended).toMatchObject({ cause: 'cancel' });
  });

  it('takes an INVITE without an offer: its own goes with the answer, and nothing with the ringing', async () => {
    const ringing = rings(trunk.bob);
    const carol = await callWithoutOffer(trunk.sip.address, 'sip:+12065550141@127.0.0.1', voices.alice);
    const ear = new ToneEar();
    carol.audio.listen(ear);

    const bob = await (await ringing).answer();
    await carol.talks;
    const heard = await Promise.all([bob?.hears(voices.alice), ear.hears(voices.bob, trunk.over())]);

    expect(heard).toEqual([true, true]);
    expect(carol.provisional).toEqual(new Set([100, 180]));
    await carol.close();
  });

  it('is not placed at all when it has no hop left, or speaks no audio that is known here', async () => {
    const peer = await listenUdp({});
    const statuses: number[] = [];
    const answered = Promise.withResolvers<void>();
    peer.onMessage = (bytes) => {
      const status = Number(/^SIP\/2\.0 (\d{3})/.exec(Buffer.from(bytes).toString())?.[1]);
      if (status < 200) return;
      statuses.push(status);
      if (statuses.length === 2) answered.resolve();
    };
    const invite = (id: string, maxForwards: number, sdp: string): Buffer =>
      Buffer.from(
        [
          `INVITE sip:+12065550141@127.0.0.1 SIP/2.0`,
          `Via: SIP/2.0/UDP 127.0.0.1:${peer.local.port};branch=z9hG4bK-${id}`,
          `Max-Forwards: ${maxForwards}`,
          'From: <sip:carol@127.0.0.1>;tag=c',
          'To: <sip:+12065550141@127.0.0.1>',
          `Call-ID: ${id}`,
          'CSeq: 1 INVITE',
          `Contact: <sip:carol@127.0.0.1:${peer.local.port}>`,
          'Content-Type: application/sdp',
          `Content-Length: ${sdp.length}`,
          '',
          sdp,
        ].join('\r\n'),
      );
    const video =
      'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 97\r\na=rtpmap:97 iLBC/8000\r\n';

    for (const message of [invite('last-hop', 1, video), invite('no-codec', 70, video)])
      peer.send(message, trunk.sip.address, () => undefined);
    await answered.promise;
    await peer.close();

    expect(new Set(statuses)).toEqual(new Set([483, 488]));
  });
});
