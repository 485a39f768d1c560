import type { RtpEndpoint } from './media/rtp-endpoint.ts';
import { audioDescriber, remoteAudio, type AudioCodecName } from './sip/audio-session.ts';
import type { IncomingCall, OutgoingCall } from './sip/user-agent.ts';

/**
 * Sends audio where the other side of a call wants it and in the codec it wants, now and whenever it says so anew (hold, resume,
 * moved media, another codec of ours).
 */
export function followRemoteAudio(
  call: IncomingCall | OutgoingCall,
  audio: RtpEndpoint,
  codecs?: readonly AudioCodecName[],
): void {
  call.describer = audioDescriber(audio.address, codecs);
  if (call.remoteSdp !== undefined) hearRemoteAudio(call.remoteSdp, audio);
  call.onRemoteSdp = (sdp) => hearRemoteAudio(sdp, audio);
}

/** A stream that has been closed (port 0, or no codec in common) is like one on hold: nothing is sent. */
export function hearRemoteAudio(sdp: string, audio: RtpEndpoint): void {
  audio.connect(remoteAudio(sdp) ?? nowhere);
}

const nowhere = { host: '0.0.0.0', port: 0 };
