import { bobAnswers, dialIn, type PstnAudioFixture } from '../support/pstn-audio-fixture.ts';
import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp, type Sipp, type SippOptions } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const sippVoiceHz = 520;

describeWith(['sipp'], 'sipp as the caller', () => {
  const keep = closedAfterEach();

  const callFrom = async (line: PstnAudioFixture, options: Omit<SippOptions, 'target' | 'number'>): Promise<Sipp> =>
    keep(await startSipp({ target: line.service.address, number: dialIn, ...options }));

  const wholeCalls: Omit<SippOptions, 'target' | 'number'>[] = [
    { scenario: 'sipp:uac' },
    { scenario: 'uac-hold-and-resume' },
    { scenario: 'uac-compact-headers-answered', keys: { space: ' ' } },
    { scenario: 'uac-lost-ack-200-repeated', retransmits: false },
  ];

  it.each(wholeCalls)('is connected and hangs up: $scenario', async (options) => {
    const line = keep(await bridgedLine());
    const bob = bobAnswers(line);

    const sipp = await callFrom(line, options);
    const { call } = await sipp.unlessItFails(bob);
    await sipp.finished;
    await line.service.idle();

    expect(eventTypes(line)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL', 'HANGUP', 'HANGUP']);
    expect(await call.ended).toMatchObject({ by: 'remote', cause: 'bye' });
    expect(line.service.connectedLegs).toBe(0);
  });

  it('is heard after a late offer, whose answer comes with the ACK', async () => {
    const line = keep(await bridgedLine());
    const bob = bobAnswers(line);

    const sipp = await callFrom(line, { scenario: 'uac-late-offer-answered', voiceHz: sippVoiceHz });
    const { call } = await sipp.unlessItFails(bob);
    const heard = await sipp.unlessItFails(call.hears(sippVoiceHz));
    call.hangUp();
    await sipp.finished;

    expect(heard).toBe(true);
  });

  it('makes one call of an INVITE that is sent twice', async () => {
    const line = keep(await bridgedLine());
    const rings: string[] = [];
    let sipp: Sipp | undefined;
    line.bob.onRing = (ringing) => {
      rings.push(ringing.invite.uri);
      // Not before the repetition has been answered with 180 again.
      void sipp?.hasSeen('SIP/2.0 180', 2).then(() => ringing.answer());
    };

    sipp = await callFrom(line, { scenario: 'uac-lost-responses-same-answer', retransmits: false });
    await sipp.finished;
    await line.service.idle();

    expect(rings).toHaveLength(1);
    expect(eventTypes(line).filter((type) => type === 'NEW_INBOUND_CALL')).toHaveLength(1);
  });

  it('gives up while it rings: the callee stops ringing and the function hears that the caller has left', async () => {
    const desk = keep(await startSipp({ scenario: 'uas-rings-until-cancelled-487' }));
    const line = keep(await bridgedLine(desk.address));

    const caller = await callFrom(line, { scenario: 'uac-cancel-while-ringing-487' });
    await Promise.all([caller.finished, desk.finished]);
    await line.service.idle();

    expect(eventTypes(line)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED', 'HANGUP']);
    expect(line.told[1]?.CallDetails.Participants.map(({ Status }) => Status)).toEqual(['Disconnected']);
  });

  it('asks with OPTIONS what is understood', async () => {
    const line = keep(await bridgedLine());

    const sipp = await callFrom(line, { scenario: 'uac-options-200' });

    await expect(sipp.finished).resolves.toBeUndefined();
    expect(line.told).toEqual([]);
  });
});
