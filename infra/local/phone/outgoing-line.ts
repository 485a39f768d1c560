import { hearRemoteAudio } from '../pstn-audio/follow-remote-audio.ts';
import type { AudioSink } from '../pstn-audio/media/audio.ts';
import type { RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { audioOffer, type AudioCodecName } from '../pstn-audio/sip/audio-session.ts';
import type { InviteOutcome, InviteRequest, SipAddress, SipUserAgent } from '../pstn-audio/sip/user-agent.ts';
import { PhoneCall } from './phone-call.ts';
import { ToneEar } from './tone-ear.ts';

export interface DialRequest {
  readonly target: SipAddress;
  readonly requestUri: string;
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For a far end that asks who calls (401 or 407). */
  readonly credentials?: NonNullable<InviteRequest['credentials']>;
  readonly protocol?: NonNullable<InviteRequest['protocol']>;
  /** Told once when the far end lets be heard something before it answers. */
  readonly onEarlyMedia?: (early: EarlyMedia) => void;
}

/** What is heard before anyone has answered. */
export interface EarlyMedia {
  /** Resolves true as soon as that tone is heard, false when the call ends before. */
  hears(frequencyHz: number): Promise<boolean>;
  /** Hands it over to one listener more, after the answer too; the function returned takes it away again. */
  listen(sink: AudioSink): () => void;
}

export interface Dialled {
  readonly outcome: Promise<
    { readonly kind: 'connected'; readonly call: PhoneCall } | Exclude<InviteOutcome, { kind: 'answered' }>
  >;
  hangUp(): void;
}

export interface DialParts {
  readonly sip: SipUserAgent;
  readonly openAudio: () => Promise<RtpEndpoint>;
  readonly voiceHz: number;
  readonly codecs: readonly AudioCodecName[] | undefined;
}

export async function dial(
  { onEarlyMedia, ...request }: DialRequest,
  { sip, openAudio, voiceHz, codecs }: DialParts,
): Promise<Dialled> {
  const audio = await openAudio();
  const call = sip.invite({ ...request, sdp: audioOffer(audio.address, codecs) });
  let isEarly = false;
  call.onProgress = (_status, sdp) => {
    if (sdp === undefined) return;
    hearRemoteAudio(sdp, audio);
    if (!isEarly) onEarlyMedia?.(earlyMedia(audio, call.ended));
    isEarly = true;
  };
  const connect = async (): Promise<Awaited<Dialled['outcome']>> => {
    const outcome = await call.answered;
    if (outcome.kind === 'answered')
      return { kind: 'connected', call: new PhoneCall({ call, audio, voiceHz, codecs }) };
    await audio.close();
    return outcome;
  };
  return { outcome: connect(), hangUp: () => call.hangUp() };
}

function earlyMedia(audio: RtpEndpoint, ended: Promise<unknown>): EarlyMedia {
  const ear = new ToneEar();
  audio.listen(ear);
  return {
    hears: (frequencyHz) => ear.hears(frequencyHz, ended),
    listen: (sink) => audio.listen(sink),
  };
}
