import { systemIds } from '../../../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../../../shared/adapters/system/system-timers.ts';
import { followRemoteAudio } from '../../../../../../../infra/local/pstn-audio/follow-remote-audio.ts';
import { openRtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../../../../../../../infra/local/pstn-audio/media/tone.ts';
import { ToneEar } from '../../../../../../../infra/local/phone/tone-ear.ts';
import { audioAnswer, audioOffer } from '../../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import { startSipUserAgent } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { openTrunk } from './trunk-fixture.ts';

const ports = { timers: systemTimers, ids: systemIds };
const announcementHz = 1000;

describe('before anyone answers', () => {
  it('the caller of a trunk call hears what the other side plays, and then gets its answer', async () => {
    const trunk = await openTrunk();
    const exchange = await startSipUserAgent(ports);
    const carol = await startSipUserAgent(ports);
    const [announcement, ear] = await Promise.all([openRtpEndpoint(ports), openRtpEndpoint(ports)]);
    trunk.peers = [exchange.address];
    const declined = Promise.withResolvers<() => void>();
    exchange.onInvite = (call) => {
      call.progress(audioAnswer(call.remoteSdp ?? '', announcement.address) ?? '');
      followRemoteAudio(call, announcement);
      announcement.play(toneSource({ frequencyHz: announcementHz }));
      declined.resolve(() => call.reject(404));
    };

    const call = carol.invite({
      target: trunk.sip.address,
      requestUri: 'sip:+12065550141@127.0.0.1',
      from: 'sip:+12065550123@carol.test',
      sdp: audioOffer(ear.address),
    });
    const statuses: number[] = [];
    call.onProgress = (status) => {
      statuses.push(status);
      followRemoteAudio(call, ear);
    };
    const listener = new ToneEar();
    ear.listen(listener);
    const heard = await listener.hears(announcementHz, call.ended);
    (await declined.promise)();
    const outcome = await call.answered;

    expect(heard).toBe(true);
    expect(statuses).toEqual([183]);
    expect(outcome).toMatchObject({ kind: 'refused', status: 404 });
    await Promise.all([exchange.close(), carol.close(), announcement.close(), ear.close()]);
    await trunk.close();
  });
});
