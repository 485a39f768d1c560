import { dialIn } from '../support/pstn-audio-fixture.ts';
import { bridgedLine, eventTypes } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

describeWith(['sipp'], 'a burst of calls from sipp to sipp', () => {
  const keep = closedAfterEach();
  const calls = { count: 100, perSecond: 20 };

  it('is bridged call by call, and nothing of it is left', async () => {
    const callees = keep(await startSipp({ scenario: 'sipp:uas', calls }));
    const line = keep(await bridgedLine(callees.address));

    const callers = keep(
      await startSipp({ scenario: 'uac-burst', target: line.service.address, number: dialIn, calls }),
    );
    await Promise.all([callers.finished, callees.finished]);
    await line.service.idle();

    const told = eventTypes(line);
    const count = (type: string): number => told.filter((each) => each === type).length;
    expect({ new: count('NEW_INBOUND_CALL'), bridged: count('ACTION_SUCCESSFUL'), hangups: count('HANGUP') }).toEqual({
      new: 100,
      bridged: 100,
      hangups: 200,
    });
    expect(new Set(line.told.map(({ CallDetails }) => CallDetails.TransactionId)).size).toBe(calls.count);
    expect(line.service.connectedLegs).toBe(0);
  });
});
