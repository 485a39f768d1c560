import { headerValue } from '../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { callWithoutOffer } from '../../../../../support/late-offer-caller.ts';
import {
  actions,
  bobAnswers,
  dialIn,
  hangingUpTheOther,
  pstnAudioBetween,
  respond,
} from '../../../../../support/pstn-audio-fixture.ts';

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
    const bob = bobAnswers(line);

    const carol = keep(await callWithoutOffer(line.service.address, `sip:${dialIn}@127.0.0.1`, carolsVoiceHz));
    const answer = await carol.talks;
    const { call } = await bob;
    const heard = await call.hears(carolsVoiceHz);

    expect(headerValue(answer, 'Content-Type')).toBe('application/sdp');
    expect(heard).toBe(true);
  });
});
