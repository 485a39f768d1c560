import { followRemoteAudio } from '../../../../../infra/local/pstn-audio/follow-remote-audio.ts';
import type { RemoteMedia, RtpEndpoint } from '../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { audioOffer } from '../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import type { IncomingCall } from '../../../../../infra/local/pstn-audio/sip/user-agent.ts';

const offered = (port: number): string => audioOffer({ host: '127.0.0.1', port });

function followed(remoteSdp: string | undefined): { call: IncomingCall; connected: RemoteMedia[] } {
  const connected: RemoteMedia[] = [];
  const call = { remoteSdp, onRemoteSdp: undefined, describer: undefined } as Partial<IncomingCall> as IncomingCall;
  followRemoteAudio(call, {
    connect: (remote: RemoteMedia) => {
      connected.push(remote);
      return 'connected';
    },
  } as Partial<RtpEndpoint> as RtpEndpoint);
  return { call, connected };
}

describe('the audio of a call', () => {
  it('goes where the other side wants it, and elsewhere or nowhere when it says so anew', () => {
    const { call, connected } = followed(offered(4000));

    call.onRemoteSdp?.(offered(4000).replace('a=sendrecv', 'a=sendonly'));
    call.onRemoteSdp?.(offered(4002));
    call.onRemoteSdp?.(offered(4002).replace('m=audio 4002', 'm=audio 0'));

    expect(connected).toMatchObject([
      { host: '127.0.0.1', port: 4000, receives: true },
      { host: '127.0.0.1', port: 4000, receives: false },
      { host: '127.0.0.1', port: 4002, receives: true },
      { host: '0.0.0.0', port: 0 },
    ]);
  });

  it('waits for the description that comes with an ACK', () => {
    const { call, connected } = followed(undefined);
    expect(connected).toEqual([]);

    call.onRemoteSdp?.(offered(4000));

    expect(connected).toMatchObject([{ port: 4000 }]);
  });
});
