import type { RtpEndpoint } from './media/rtp-endpoint.ts';
import { remoteAudio } from './sip/pcmu-session.ts';
import type { IncomingCall, OutgoingCall } from './sip/user-agent.ts';

/** Sends audio where the other side of a call wants it, now and whenever it says so anew (hold, resume, moved media). */
export function followRemoteAudio(call: IncomingCall | OutgoingCall, audio: RtpEndpoint): void {
  const follow = (sdp: string | undefined): void => {
    const remote = remoteAudio(sdp);
    if (remote !== undefined) audio.connect(remote);
  };
  follow(call.remoteSdp);
  call.onRemoteSdp = follow;
}
