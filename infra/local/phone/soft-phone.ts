import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { openRtpEndpoint, type RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { pcmuAnswer, pcmuOffer } from '../pstn-audio/sip/pcmu-session.ts';
import {
  startSipUserAgent,
  type IncomingCall,
  type InviteOutcome,
  type SipAddress,
  type SipUserAgent,
} from '../pstn-audio/sip/user-agent.ts';
import { PhoneCall } from './phone-call.ts';

export interface SoftPhoneOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  /** Its User-Agent header. */
  readonly name: string;
  /** What this phone says, in Hz: a tone of its own, by which others know that they hear it. */
  readonly voiceHz: number;
  /** UDP port; default 0, any free one. */
  readonly port?: number;
}

export interface DialRequest {
  readonly target: SipAddress;
  readonly requestUri: string;
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call that rings at this phone. */
export interface RingingCall {
  readonly invite: IncomingCall['request'];
  answer(): Promise<PhoneCall | undefined>;
  decline(status: number): void;
  /** Resolves when the caller has given up, or the call has been declined. */
  readonly ended: IncomingCall['ended'];
}

/** A telephone made of SIP and RTP: it says one tone and can tell which tones it hears. */
export interface SoftPhone {
  readonly address: SipAddress;
  /** Called when it rings; 180 has been sent. Without a listener nobody answers. */
  onRing: ((call: RingingCall) => void) | undefined;
  dial(request: DialRequest): Promise<Dialled>;
  close(): Promise<void>;
}

export interface Dialled {
  readonly outcome: Promise<
    { readonly kind: 'connected'; readonly call: PhoneCall } | Exclude<InviteOutcome, { kind: 'answered' }>
  >;
  hangUp(): void;
}

export async function startSoftPhone(options: SoftPhoneOptions): Promise<SoftPhone> {
  const { timers, ids, name, voiceHz, port } = options;
  const sip = await startSipUserAgent({ timers, ids, userAgentName: name, ...(port === undefined ? {} : { port }) });
  const openAudio = (): Promise<RtpEndpoint> => openRtpEndpoint({ timers, ids });
  const phone: SoftPhone = {
    address: sip.address,
    onRing: undefined,
    dial: (request) => dial(request, { sip, openAudio, voiceHz }),
    close: () => sip.close(),
  };
  sip.onInvite = (call) => {
    call.ring();
    phone.onRing?.(ringingCall(call, openAudio, voiceHz));
  };
  return phone;
}

interface DialParts {
  readonly sip: SipUserAgent;
  readonly openAudio: () => Promise<RtpEndpoint>;
  readonly voiceHz: number;
}

async function dial(request: DialRequest, { sip, openAudio, voiceHz }: DialParts): Promise<Dialled> {
  const audio = await openAudio();
  const call = sip.invite({ ...request, sdp: pcmuOffer(audio.address) });
  const connect = async (): Promise<Awaited<Dialled['outcome']>> => {
    const outcome = await call.answered;
    if (outcome.kind === 'answered') return { kind: 'connected', call: new PhoneCall({ call, audio, voiceHz }) };
    await audio.close();
    return outcome;
  };
  return { outcome: connect(), hangUp: () => call.hangUp() };
}

function ringingCall(call: IncomingCall, openAudio: () => Promise<RtpEndpoint>, voiceHz: number): RingingCall {
  return {
    invite: call.request,
    ended: call.ended,
    decline: (status) => call.reject(status),
    async answer() {
      const audio = await openAudio();
      const answer =
        call.remoteSdp === undefined ? pcmuOffer(audio.address) : pcmuAnswer(call.remoteSdp, audio.address);
      if (answer === undefined) {
        call.reject(488);
        await audio.close();
        return undefined;
      }
      call.answer(answer);
      return new PhoneCall({ call, audio, voiceHz });
    },
  };
}
