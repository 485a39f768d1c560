import { dialIn } from '../support/pstn-audio-fixture.ts';
import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const connectedAndEnded = ['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL', 'HANGUP', 'HANGUP'];

describeWith(['sipp'], 'packets between the service and a callee', () => {
  const keep = closedAfterEach();

  const hungUpByTheCallee = [
    { scenario: 'uas-hangs-up-late-bye-481', retransmits: true },
    { scenario: 'uas-hangs-up-bye-sent-twice', retransmits: false },
  ];

  it.each(hungUpByTheCallee)('may come late or twice: $scenario', async ({ scenario, retransmits }) => {
    const callee = keep(await startSipp({ scenario, retransmits }));
    const line = keep(await bridgedLine(callee.address));

    const outcome = await callee.unlessItFails((await line.dial()).outcome);
    await callee.finished;
    await line.service.idle();

    expect(outcome.kind).toBe('connected');
    expect(eventTypes(line)).toEqual(connectedAndEnded);
  });

  it('may be lost: a BYE is sent again', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-lost-bye-sent-again', retransmits: false }));
    const line = keep(await bridgedLine(callee.address));

    const outcome = await callee.unlessItFails((await line.dial()).outcome);
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
    outcome.call.hangUp();
    await callee.finished;
    await line.service.idle();

    expect(eventTypes(line)).toEqual(connectedAndEnded);
  });
});

describeWith(['sipp'], 'packets between a caller and the service', () => {
  const keep = closedAfterEach();

  const hungUpByTheCaller = [
    { scenario: 'uac-late-bye-481', retransmits: true },
    { scenario: 'uac-bye-sent-twice', retransmits: false },
    { scenario: 'uac-cancel-after-answer-call-stands', retransmits: true },
    { scenario: 'uac-session-refreshed', retransmits: true },
    { scenario: 'uac-requires-100rel-prack', retransmits: true },
  ];

  it.each(hungUpByTheCaller)('are answered as they should be: $scenario', async (options) => {
    const callee = keep(await startSipp({ scenario: 'uas-rings-reliably-answered' }));
    const line = keep(await bridgedLine(callee.address));

    const caller = keep(await startSipp({ ...options, target: line.service.address, number: dialIn }));
    await Promise.all([caller.finished, callee.finished]);
    await line.service.idle();

    expect(eventTypes(line)).toEqual(connectedAndEnded);
  });

  it('may ask for a session interval that is too short, which gets 422 and no call', async () => {
    const line = keep(await bridgedLine());

    const caller = keep(
      await startSipp({ scenario: 'uac-session-interval-422', target: line.service.address, number: dialIn }),
    );
    await caller.finished;
    await line.service.idle();

    expect(line.told).toEqual([]);
  });
});

describeWith(['sipp'], 'a caller who gives up', () => {
  const keep = closedAfterEach();

  it('at once, is rid of the call, and so is the function', async () => {
    const line = keep(await bridgedLine());

    const caller = keep(
      await startSipp({ scenario: 'uac-cancel-at-once-487', target: line.service.address, number: dialIn }),
    );
    await caller.finished;
    await line.service.idle();

    expect(eventTypes(line).filter((type) => type === 'ACTION_SUCCESSFUL')).toEqual([]);
    expect(line.service.connectedLegs).toBe(0);
  });

  it('before the callee has said anything, lets the callee hear of it once something has been said', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-silent-until-invite-repeated-487', retransmits: false }));
    const line = keep(await bridgedLine(callee.address));

    const dialled = await line.dial();
    await callee.hasSeen('INVITE ', 1);
    dialled.hangUp();
    await Promise.all([callee.finished, dialled.outcome]);
    await line.service.idle();

    expect(eventTypes(line)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED', 'HANGUP']);
  });

  it('while the callee answers, leaves nobody connected', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-answer-crosses-cancel-hung-up' }));
    const line = keep(await bridgedLine(callee.address));

    const caller = keep(
      await startSipp({ scenario: 'uac-cancel-while-ringing-487', target: line.service.address, number: dialIn }),
    );
    await Promise.all([caller.finished, callee.finished]);
    await line.service.idle();

    expect(eventTypes(line)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED', 'HANGUP']);
    expect(line.service.connectedLegs).toBe(0);
  });
});
