import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { act } from './support/answering-function.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService } from './support/complete-service.ts';
import { dialIn } from './support/constants.ts';
import { startSipp } from './support/sipp.ts';
import { tortures } from './support/tortures.ts';
import { describeWith } from './support/tools.ts';

describeWith(['sipp'], 'a service at whose port somebody throws what is no SIP, or hardly', () => {
  const keep = closedAfterEach();

  it('goes on: it says what is understood, and takes the next call', async () => {
    const service = keep(await startCompleteService({ replies: { NEW_INBOUND_CALL: [act.hangUp480] } }));
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    keep({ close: async () => void socket.close() });
    const { host, port } = service.address;
    for (const datagram of tortures(socket.address().port)) socket.send(datagram, port, host);

    const asking = keep(await startSipp({ scenario: 'uac-options-200', target: service.address, number: dialIn }));
    await asking.finished;
    const caller = keep(
      await startSipp({ scenario: 'uac-function-fails-480', target: service.address, number: dialIn }),
    );
    await caller.finished;
    await service.idle();

    expect(service.titles()).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
  });
});
