import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { openRtpEndpoint, type RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import type { AudioCodecName } from '../pstn-audio/sip/audio-session.ts';
import { startSipUserAgent, type SipAddress } from '../pstn-audio/sip/user-agent.ts';
import { dial, type Dialled, type DialRequest } from './outgoing-line.ts';
import { ringingCall, type RingingCall } from './ringing-call.ts';

export type { Dialled, DialRequest, EarlyMedia } from './outgoing-line.ts';
export type { RingingCall } from './ringing-call.ts';

export interface SoftPhoneOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  /** Its User-Agent header. */
  readonly name: string;
  /** What this phone says, in Hz: a tone of its own, by which others know that they hear it. */
  readonly voiceHz: number;
  /** UDP port; default 0, any free one. */
  readonly port?: number;
  /** What it offers and understands, the preferred one first; default PCMU, then PCMA. */
  readonly codecs?: readonly AudioCodecName[];
}

/** A telephone made of SIP and RTP: it says one tone and can tell which tones it hears. */
export interface SoftPhone {
  readonly address: SipAddress;
  /** Called when it rings; 180 has been sent. Without a listener nobody answers. */
  onRing: ((call: RingingCall) => void) | undefined;
  dial(request: DialRequest): Promise<Dialled>;
  close(): Promise<void>;
}

export async function startSoftPhone(options: SoftPhoneOptions): Promise<SoftPhone> {
  const { timers, ids, name, voiceHz, port, codecs } = options;
  const sip = await startSipUserAgent({ timers, ids, userAgentName: name, ...(port === undefined ? {} : { port }) });
  const openAudio = (): Promise<RtpEndpoint> => openRtpEndpoint({ timers, ids });
  const phone: SoftPhone = {
    address: sip.address,
    onRing: undefined,
    dial: (request) => dial(request, { sip, openAudio, voiceHz, codecs }),
    close: () => sip.close(),
  };
  sip.onInvite = (call) => {
    call.ring();
    phone.onRing?.(ringingCall({ call, openAudio, voiceHz, codecs }));
  };
  return phone;
}
