import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

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

  const notAnswering = ['uas-busy-486', 'uas-unavailable-503'];

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
});
