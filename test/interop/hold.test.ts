import { bobAnswers, dialIn } from '../support/pstn-audio-fixture.ts';
import { startBaresip } from './support/baresip.ts';
import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const connectedAndEnded = ['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL', 'HANGUP', 'HANGUP'];

describeWith(['sipp'], 'a bridged call that sipp, the callee, puts on hold', () => {
  const keep = closedAfterEach();

  it('is taken up again, and the caller hears sipp', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-holds-and-resumes', voiceHz: 520 }));
    const line = keep(await bridgedLine(callee.address));

    const outcome = await callee.unlessItFails((await line.dial()).outcome);
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
    const heard = await callee.unlessItFails(outcome.call.hears(520));
    outcome.call.hangUp();
    await callee.finished;
    await line.service.idle();

    expect(heard).toBe(true);
    expect(eventTypes(line)).toEqual(connectedAndEnded);
  });
});

describeWith(['baresip'], 'a bridged call that baresip, the caller, puts on hold', () => {
  const keep = closedAfterEach();

  it('is taken up again, and the callee hears baresip', async () => {
    const line = keep(await bridgedLine());
    const bob = bobAnswers(line);
    const caller = keep(await startBaresip({ user: 'caller', voiceHz: 710 }));

    await caller.dial(`sip:${dialIn}@${line.service.address.host}:${line.service.address.port}`);
    const { call } = await bob;
    await caller.hold();
    await caller.resume();
    const heard = await call.hears(710);
    call.hangUp();
    await caller.closed();
    await line.service.idle();

    // baresip 1.0 does not connect its player again after a hold, so that it cannot be asked what it hears.
    expect(heard).toBe(true);
    expect(eventTypes(line)).toEqual(connectedAndEnded);
  });
});
