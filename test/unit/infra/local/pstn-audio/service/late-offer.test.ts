import { headerValue, tagOf } from '../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { bodyText } from '../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { audioOffer, remoteAudio } from '../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import { listenUdp } from '../../../../../../infra/local/pstn-audio/sip/transport/udp.ts';
import { openRtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { parseMessage } from '../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import type { SipResponse } from '../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { systemIds } from '../../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../../shared/adapters/system/system-timers.ts';
import {
  actions,
  bobAnswers,
  dialIn,
  hangingUpTheOther,
  pstnAudioBetween,
  respond,
} from '../../../../../support/pstn-audio-fixture.ts';
import { rawRequest } from '../../../../../support/sip-raw-peer.ts';

const carolsVoiceHz = 520;

describe('an INVITE without an offer', () => {
  let open = new AsyncDisposableStack();
  afterEach(async () => {
    await open.disposeAsync();
    open = new AsyncDisposableStack();
  });
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part =>
    open.adopt(part, (started) => started.close());

  it('is answered with our offer, and the caller is heard from the answer in the ACK on', async () => {
    const line = keep(
      await pstnAudioBetween(
        hangingUpTheOther(({ InvocationEventType: type }) =>
          type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(),
        ),
      ),
    );
    const transport = keep(await listenUdp({}));
    const audio = keep(await openRtpEndpoint({ timers: systemTimers, ids: systemIds }));
    const bob = bobAnswers(line);
    const final = Promise.withResolvers<SipResponse>();
    transport.onMessage = (bytes) => {
      const read = parseMessage(bytes);
      if (read.kind === 'message' && read.message.kind === 'response' && read.message.status >= 200)
        final.resolve(read.message);
    };
    const send = (lines: readonly string[]): void =>
      transport.send(Buffer.from(lines.join('\r\n')), line.service.address, () => undefined);
    const uri = `sip:${dialIn}@127.0.0.1`;

    send(rawRequest(transport.local, { uri, replace: { To: `<${uri}>` } }));
    const answer = await final.promise;
    const ours = remoteAudio(bodyText(answer));
    if (ours === undefined) throw new Error(`no offer in ${answer.status} ${answer.reason}`);
    audio.connect(ours);
    audio.play(toneSource({ frequencyHz: carolsVoiceHz }));
    send(
      rawRequest(transport.local, {
        method: 'ACK',
        branch: 'z9hG4bK-carol-2',
        replace: { To: `<${uri}>;tag=${tagOf(answer, 'To')}` },
        body: audioOffer(audio.address),
      }),
    );
    const { call } = await bob;
    const heard = await call.hears(carolsVoiceHz);

    expect(headerValue(answer, 'Content-Type')).toBe('application/sdp');
    expect(heard).toBe(true);
  });
});
