import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { DialledMeetingLeg } from '../../../../../../../infra/local/pstn-audio/service/legs/dialled-meeting-leg.ts';
import type { MeetingSeat } from '../../../../../../../infra/local/pstn-audio/service/legs/meeting-leg.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { FakeAudio } from '../fakes/fake-audio.ts';

function aLeg(isAdmitted = true): {
  leg: DialledMeetingLeg;
  far: FakeAudio;
  joined: RtpEndpoint[];
  progress: string[];
  meetingEnds: () => void;
} {
  const timers = new TimersFake();
  const left = Promise.withResolvers<void>();
  const far = new FakeAudio(timers);
  const joined: RtpEndpoint[] = [];
  const progress: string[] = [];
  const seat: MeetingSeat = { meetingId: 'm', left: left.promise, leave: () => left.resolve() };
  const leg = new DialledMeetingLeg({
    description: { callId: 'a', tag: 'LEG-A', to: '+1', from: '+2', direction: 'Outbound', startedAt: 0 },
    audio: new FakeAudio(timers),
    far,
    join: (audio) => {
      joined.push(audio);
      return isAdmitted ? seat : undefined;
    },
  });
  leg.onProgress = (step) => progress.push(step);
  return { leg, far, joined, progress, meetingEnds: left.resolve };
}

describe('a meeting that is called', () => {
  it('answers as soon as it is dialled, once', () => {
    const { leg, far, joined, progress } = aLeg();
    const before = leg.unanswered;

    leg.dial();
    leg.dial();

    expect(joined).toEqual([far]);
    expect(progress).toEqual(['ringing', 'answered']);
    expect([before, leg.unanswered, leg.connected]).toEqual([true, false, true]);
  });

  it('ends with 403 when it does not admit the call', async () => {
    const { leg, far, progress } = aLeg(false);

    leg.dial();

    expect(await leg.ended).toBe(403);
    expect([leg.connected, far.isClosed, progress]).toEqual([false, true, []]);
  });

  it('ends with the code of the Hangup, and with 0 when the meeting ends', async () => {
    const [hungUp, deserted] = [aLeg(), aLeg()];
    for (const { leg } of [hungUp, deserted]) leg.dial();

    hungUp.leg.hangUp(486);
    deserted.meetingEnds();

    expect(await Promise.all([hungUp.leg.ended, deserted.leg.ended])).toEqual([486, 0]);
    expect([hungUp.far.isClosed, deserted.far.isClosed, deserted.leg.connected]).toEqual([true, true, false]);
  });

  it('is not joined any more once it has been given up', async () => {
    const { leg, joined } = aLeg();

    leg.hangUp(0);
    leg.dial();

    expect([await leg.ended, joined]).toEqual([480, []]);
  });
});
