import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { handFiredTimers } from './support/hand-fired-timers.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

/** How long the function lets it ring. */
const ringsForMs = 5000;

describeWith(['sipp'], 'sipp as the callee', () => {
  const keep = closedAfterEach();

  const hangingUp = [
    { scenario: 'uas-behind-proxy-hangs-up', retransmits: true },
    { scenario: 'uas-lost-invite-sent-again', retransmits: false },
    { scenario: 'uas-lost-ack-sent-again', retransmits: false },
  ] as const;

  it.each(hangingUp)(
    'answers, and gets the BYE of a caller who hangs up: $scenario',
    async ({ scenario, retransmits }) => {
      const desk = keep(await startSipp({ scenario, retransmits }));
      const line = keep(await bridgedLine(desk.address));

      const outcome = await desk.unlessItFails((await line.dial()).outcome);
      if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}\n${await desk.messages()}`);
      if (scenario === 'uas-lost-ack-sent-again') await desk.hasSeen('ACK ', 2);
      outcome.call.hangUp();
      await line.service.idle();
      await desk.finished;

      expect(eventTypes(line)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL', 'HANGUP', 'HANGUP']);
    },
  );

  const notAnswering = ['uas-busy-486', 'uas-declined-603', 'uas-unavailable-503'];

  it.each(notAnswering)('does not answer, which the function is told as CallNotAnswered: %s', async (scenario) => {
    const desk = keep(await startSipp({ scenario }));
    const line = keep(await bridgedLine(desk.address));

    const outcome = await desk.unlessItFails((await line.dial()).outcome);
    await line.service.idle();
    await desk.finished;

    expect(outcome.kind).toBe('refused');
    expect(line.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
    });
  });

  it('rings and is not answered in time: it stops ringing, and the function is told', async () => {
    const desk = keep(await startSipp({ scenario: 'uas-rings-until-cancelled-487' }));
    const { timers, runOut } = handFiredTimers(ringsForMs);
    const line = keep(await bridgedLine(desk.address, { timers }));

    const { outcome } = await line.dial();
    await desk.hasSeen('SIP/2.0 180', 1);
    runOut();
    const { kind } = await desk.unlessItFails(outcome);
    await desk.finished;
    await line.service.idle();

    expect(kind).toBe('refused');
    expect(line.told[1]).toMatchObject({ ActionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' } });
  });
});
