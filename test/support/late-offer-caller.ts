import { openRtpEndpoint, type RtpEndpoint } from '../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import { audioOffer, remoteAudio } from '../../infra/local/pstn-audio/sip/audio-session.ts';
import { tagOf } from '../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipResponse } from '../../infra/local/pstn-audio/sip/message/message.ts';
import { parseMessage } from '../../infra/local/pstn-audio/sip/message/parse.ts';
import { bodyText } from '../../infra/local/pstn-audio/sip/message/serialize.ts';
import { listenUdp } from '../../infra/local/pstn-audio/sip/transport/udp.ts';
import type { SipAddress } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { rawRequest } from './sip-raw-peer.ts';

/** A caller whose INVITE has no offer: it answers in its ACK what the 200 offers, and talks. */
export interface LateOfferCaller {
  readonly audio: RtpEndpoint;
  /** Statuses of the responses before the final one, each once. */
  readonly provisional: ReadonlySet<number>;
  /** The 200, when the ACK has been sent. Rejects when there is no offer in it. */
  readonly talks: Promise<SipResponse>;
  close(): Promise<void>;
}

export async function callWithoutOffer(target: SipAddress, uri: string, voiceHz: number): Promise<LateOfferCaller> {
  const transport = await listenUdp({});
  const audio = await openRtpEndpoint({ timers: systemTimers, ids: systemIds });
  const final = Promise.withResolvers<SipResponse>();
  const provisional = new Set<number>();
  transport.onMessage = (bytes) => {
    const read = parseMessage(bytes);
    if (read.kind !== 'message' || read.message.kind !== 'response') return;
    if (read.message.status >= 200) final.resolve(read.message);
    else provisional.add(read.message.status);
  };
  const send = (lines: readonly string[]): void =>
    transport.send(Buffer.from(lines.join('\r\n')), target, () => undefined);
  const talk = async (): Promise<SipResponse> => {
    const answer = await final.promise;
    const theirs = remoteAudio(bodyText(answer));
    if (theirs === undefined) throw new Error(`no offer in ${answer.status} ${answer.reason}`);
    audio.connect(theirs);
    audio.play(toneSource({ frequencyHz: voiceHz }));
    const To = `<${uri}>;tag=${tagOf(answer, 'To')}`;
    const body = audioOffer(audio.address);
    send(rawRequest(transport.local, { method: 'ACK', branch: 'z9hG4bK-carol-2', replace: { To }, body }));
    return answer;
  };

  send(rawRequest(transport.local, { uri, replace: { To: `<${uri}>` } }));
  return {
    audio,
    provisional,
    talks: talk(),
    async close() {
      await Promise.all([transport.close(), audio.close()]);
    },
  };
}
