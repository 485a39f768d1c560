import { PlacedLeg } from '../../../../../../../infra/local/pstn-audio/service/legs/placed-leg.ts';
import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { audioOffer } from '../../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import type { InviteOutcome } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { FakeOutgoingCall } from '../fakes/fake-outgoing-call.ts';
import { settled } from '../transaction-fixture.ts';

const sdp = audioOffer({ host: '127.0.0.1', port: 4000 });

function aLeg(): { leg: PlacedLeg; call: FakeOutgoingCall; timers: TimersFake; progress: string[] } {
  const timers = new TimersFake();
  const call = new FakeOutgoingCall();
  const progress: string[] = [];
  const leg = new PlacedLeg({
    description: { callId: 'a', tag: 'LEG-A', to: '+1', from: '+2', direction: 'Outbound', startedAt: 0 },
    audio: { connect: () => 'connected' } as Partial<RtpEndpoint> as RtpEndpoint,
    ringForMs: 60_000,
    invite: () => call,
    timers,
  });
  leg.onProgress = (step) => progress.push(step);
  return { leg, call, timers, progress };
}

describe('a leg that is called', () => {
  it('rings once, whatever signs of it come', async () => {
    const { leg, call, progress } = aLeg();

    leg.dial();
    for (const status of [181, 180, 183, 180]) call.onProgress?.(status, undefined);
    call.answers(sdp);
    await settled();

    expect(progress).toEqual(['ringing', 'answered']);
    expect([leg.connected, leg.unanswered]).toEqual([true, false]);
  });

  it('is given up with 480 after it has rung for its time', async () => {
    const { leg, call, timers } = aLeg();

    leg.dial();
    await timers.advanceBy(59_999);
    const before = call.hungUp;
    await timers.advanceBy(1);

    expect(before).toBe(0);
    expect(await leg.ended).toBe(480);
    expect(leg.connected).toBe(false);
  });

  it.each([
    { outcome: { kind: 'refused', status: 486 } as InviteOutcome, code: 486 },
    { outcome: { kind: 'timedOut' } as InviteOutcome, code: 480 },
    { outcome: { kind: 'unreachable', cause: 'no route' } as InviteOutcome, code: 480 },
  ])('ends with $code when it is $outcome.kind', async ({ outcome, code }) => {
    const { leg, call, timers } = aLeg();

    leg.dial();
    call.settles(outcome);
    await settled();

    expect(await leg.ended).toBe(code);
    expect(timers.pending).toBe(0);
  });

  it('is hung up at when it answers without audio that can be spoken', async () => {
    const { leg, call, progress } = aLeg();

    leg.dial();
    call.answers(sdp.replaceAll(/PCM[UA]/g, 'G729'));
    await settled();

    expect([progress, call.hungUp, await leg.ended]).toEqual([[], 1, 480]);
  });

  it('is hung up at when it answers after it has been given up', async () => {
    const { leg, call, progress } = aLeg();
    leg.dial();
    call.answers(sdp);
    await settled();

    leg.hangUp(486);

    expect([progress, call.hungUp, await leg.ended]).toEqual([['answered'], 1, 486]);
  });

  it('is not called once it has been given up', async () => {
    const { leg, timers } = aLeg();

    leg.hangUp(480);
    leg.dial();

    expect([await leg.ended, timers.pending]).toEqual([480, 0]);
  });
});
