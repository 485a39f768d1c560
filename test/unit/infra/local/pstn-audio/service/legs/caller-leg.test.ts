import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { CallerLeg } from '../../../../../../../infra/local/pstn-audio/service/legs/caller-leg.ts';
import { audioOffer } from '../../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import type { IncomingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';

/** A caller who waits, and what is done for them, in order. */
function aCaller(): { leg: CallerLeg; done: string[] } {
  const done: string[] = [];
  const ended = Promise.withResolvers<Awaited<IncomingCall['ended']>>();
  const call: Partial<IncomingCall> = {
    remoteSdp: audioOffer({ host: '127.0.0.1', port: 4000 }),
    ended: ended.promise,
    reject: (status) => {
      done.push(String(status));
      ended.resolve({ by: 'local', cause: 'rejected', status } as never);
    },
    ring: () => void done.push('180'),
    progress: () => void done.push('183'),
    answer: () => void done.push('200'),
  };
  const audio: Partial<RtpEndpoint> = {
    address: { host: '127.0.0.1', port: 4002 },
    connect: ({ port }) => {
      done.push(`audio to ${port}`);
      return 'connected';
    },
  };
  const leg = new CallerLeg({
    description: { callId: 'a', tag: 'LEG-A', to: '+1', from: '+2', direction: 'Inbound', startedAt: 0 },
    call: call as IncomingCall,
    audio: audio as RtpEndpoint,
    answerSdp: 'ours',
  });
  return { leg, done };
}

describe('a caller who waits', () => {
  it('is sent no audio while it rings', () => {
    const { leg, done } = aCaller();

    leg.ring();

    expect(done).toEqual(['180']);
  });

  it('is sent audio from the answer on', () => {
    const { leg, done } = aCaller();

    leg.answer();
    leg.answer();

    expect(done).toEqual(['200', 'audio to 4000']);
  });

  it('is sent audio from early media on, and the answer changes nothing in that', () => {
    const { leg, done } = aCaller();

    leg.earlyMedia();
    leg.earlyMedia();
    leg.answer();

    expect(done).toEqual(['183', 'audio to 4000', '183', '200']);
  });

  it.each([
    { code: 0, sent: '480' },
    { code: 486, sent: '486' },
  ])('has ended with the code of our Hangup, and is told $sent', async ({ code, sent }) => {
    const { leg, done } = aCaller();

    leg.hangUp(code);

    expect(await leg.ended).toBe(code);
    expect(done).toEqual([sent]);
  });
});
