import { followRemoteAudio } from '../pstn-audio/follow-remote-audio.ts';
import type { RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../pstn-audio/media/tone.ts';
import { audioAnswer, audioOffer, type AudioCodecName } from '../pstn-audio/sip/audio-session.ts';
import type { IncomingCall } from '../pstn-audio/sip/user-agent.ts';
import { PhoneCall } from './phone-call.ts';

/** A call that rings at this phone. */
export interface RingingCall {
  readonly invite: IncomingCall['request'];
  /** Lets the caller hear a tone before anyone has answered: 183 with a session, if the INVITE brought an offer. False when no codec suits both: 488 was sent. */
  earlyMedia(toneHz: number): Promise<boolean>;
  /** Undefined when no codec suits both: 488 was sent. */
  answer(): Promise<PhoneCall | undefined>;
  decline(status: number): void;
  /** Resolves when the caller has given up, or the call has been declined. */
  readonly ended: IncomingCall['ended'];
}

export interface RingingCallParts {
  readonly call: IncomingCall;
  readonly openAudio: () => Promise<RtpEndpoint>;
  readonly voiceHz: number;
  readonly codecs: readonly AudioCodecName[] | undefined;
}

interface Line {
  readonly audio: RtpEndpoint;
  readonly sdp: string;
}

export function ringingCall({ call, openAudio, voiceHz, codecs }: RingingCallParts): RingingCall {
  let opened: Promise<Line | undefined> | undefined;

  const open = async (): Promise<Line | undefined> => {
    const audio = await openAudio();
    const sdp =
      call.remoteSdp === undefined
        ? audioOffer(audio.address, codecs)
        : audioAnswer(call.remoteSdp, audio.address, codecs);
    if (sdp !== undefined) return { audio, sdp };
    call.reject(488);
    await audio.close();
    return undefined;
  };
  /** What was said before the answer goes on in the same session. */
  const line = (): Promise<Line | undefined> => (opened ??= open());

  // An answer makes a PhoneCall, which closes it too: the second time does nothing.
  void call.ended.then(async () => (await opened)?.audio.close());

  return {
    invite: call.request,
    ended: call.ended,
    decline: (status) => call.reject(status),
    async earlyMedia(toneHz) {
      const early = await line();
      if (early === undefined) return false;
      followRemoteAudio(call, early.audio, codecs);
      early.audio.converse(toneSource({ frequencyHz: toneHz }));
      call.progress(early.sdp);
      return true;
    },
    async answer() {
      const answered = await line();
      if (answered === undefined) return undefined;
      call.answer(answered.sdp);
      return new PhoneCall({ call, audio: answered.audio, voiceHz, codecs });
    },
  };
}
