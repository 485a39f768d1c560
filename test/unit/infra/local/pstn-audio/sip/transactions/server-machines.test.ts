import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { InviteServer } from '../../../../../../../infra/local/pstn-audio/sip/transactions/invite-server.ts';
import { NonInviteServer } from '../../../../../../../infra/local/pstn-audio/sip/transactions/non-invite-server.ts';
import { bench } from './bench.ts';

function invite(reliable = false) {
  const stand = bench('INVITE', reliable);
  const ack: SipRequest = { ...stand.request, method: 'ACK' };
  return { ...stand, ack, machine: new InviteServer(stand.options) };
}

function options(reliable = false) {
  const stand = bench('OPTIONS', reliable);
  return { ...stand, machine: new NonInviteServer(stand.options) };
}

describe('the INVITE server transaction', () => {
  it('repeats its last provisional response for each INVITE', () => {
    const { events, machine, request, respond } = invite();

    machine.receive(request);
    machine.respond(respond(100));
    machine.respond(respond(180));
    machine.receive(request);

    expect(events).toEqual(['0 send 100', '0 send 180', '0 send 180']);
  });

  it('repeats a refusal with pauses up to T2 until Timer H', async () => {
    const { events, machine, respond, timers } = invite();

    machine.respond(respond(486));
    await timers.advanceBy(60_000);

    expect(events).toEqual([
      ...[0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500].map((at) => `${at} send 486`),
      '32000 terminated',
    ]);
  });

  it('stops repeating with the ACK and absorbs further ones for T4', async () => {
    const { ack, events, machine, request, respond, timers } = invite();

    machine.respond(respond(486));
    machine.receive(request);
    await timers.advanceBy(100);
    expect(machine.receive(ack)).toBe(true);
    expect(machine.receive(ack)).toBe(true);
    machine.receive(request);
    await timers.advanceBy(60_000);

    expect(events).toEqual(['0 send 486', '0 send 486', '5100 terminated']);
  });

  it('after a 2xx absorbs INVITEs, lets its user repeat the 2xx and hands ACKs up (RFC 6026)', async () => {
    const { ack, events, machine, request, respond, timers } = invite();

    machine.respond(respond(200));
    machine.receive(request);
    machine.respond(respond(486));
    machine.respond(respond(180));
    machine.respond(respond(200));
    expect(machine.receive(ack)).toBe(false);
    await timers.advanceBy(60_000);
    machine.respond(respond(200));

    expect(events).toEqual(['0 send 200', '0 send 200', '32000 terminated']);
  });

  it('sends a refusal once over a reliable transport, and is over with the ACK', async () => {
    const { ack, events, machine, respond, timers } = invite(true);

    machine.respond(respond(486));
    await timers.advanceBy(5000);
    machine.receive(ack);

    expect(events).toEqual(['0 send 486', '5000 terminated']);
    expect(timers.pending).toBe(0);
  });

  it('is over when its response cannot leave', () => {
    const { events, machine, respond, timers } = invite();

    machine.respond(respond(486));
    machine.transportFailed();

    expect(events).toEqual(['0 send 486', '0 terminated']);
    expect(timers.pending).toBe(0);
  });
});

describe('the non-INVITE server transaction', () => {
  it('is silent until there is a response and repeats the latest for each request', () => {
    const { events, machine, respond } = options();

    machine.receive();
    machine.respond(respond(100));
    machine.receive();
    machine.respond(respond(200));
    machine.receive();
    machine.respond(respond(500));

    expect(events).toEqual(['0 send 100', '0 send 100', '0 send 200', '0 send 200']);
  });

  it('remembers its response for 64·T1, or not at all over a reliable transport', async () => {
    const { events, machine, respond, timers } = options();
    const overTcp = options(true);

    machine.respond(respond(200));
    overTcp.machine.respond(overTcp.respond(200));
    await timers.advanceBy(60_000);

    expect(events).toEqual(['0 send 200', '32000 terminated']);
    expect(overTcp.events).toEqual(['0 send 200', '0 terminated']);
  });
});
