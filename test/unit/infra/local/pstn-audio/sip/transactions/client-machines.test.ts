import { InviteClient } from '../../../../../../../infra/local/pstn-audio/sip/transactions/invite-client.ts';
import { NonInviteClient } from '../../../../../../../infra/local/pstn-audio/sip/transactions/non-invite-client.ts';
import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { bench } from './bench.ts';

function invite(reliable = false) {
  const stand = bench('INVITE', reliable);
  const machine = new InviteClient(stand.options);
  machine.start();
  return { ...stand, machine };
}

function options(reliable = false) {
  const stand = bench('OPTIONS', reliable);
  const machine = new NonInviteClient(stand.options);
  machine.start();
  return { ...stand, machine };
}

describe('the INVITE client transaction', () => {
  it('retransmits the INVITE with doubling pauses until Timer B', async () => {
    const { events, timers } = invite();

    await timers.advanceBy(60_000);

    expect(events).toEqual([
      ...[0, 500, 1500, 3500, 7500, 15_500, 31_500].map((at) => `${at} send INVITE`),
      '32000 terminated',
      '32000 timeout',
    ]);
    expect(timers.pending).toBe(0);
  });

  it('sends once over a reliable transport', async () => {
    const { events, timers } = invite(true);

    await timers.advanceBy(60_000);

    expect(events).toEqual(['0 send INVITE', '32000 terminated', '32000 timeout']);
  });

  it('stops retransmitting with a provisional response, and then waits without end', async () => {
    const { events, machine, respond, timers } = invite();

    machine.receive(respond(100));
    await timers.advanceBy(600_000);
    machine.receive(respond(180));

    expect(events).toEqual(['0 send INVITE', '0 response 100', '600000 response 180']);
    expect(timers.pending).toBe(0);
  });

  it('acknowledges a refusal itself, again for each repetition, for 32 s', async () => {
    const { events, machine, respond, sent, timers } = invite();

    machine.receive(respond(486));
    await timers.advanceBy(500);
    machine.receive(respond(486));
    machine.receive(respond(180));
    await timers.advanceBy(40_000);

    expect(events).toEqual(['0 send INVITE', '0 send ACK', '0 response 486', '500 send ACK', '32000 terminated']);
    const [, ack] = sent;
    expect(ack).toMatchObject({ method: 'ACK', uri: 'sip:bob@127.0.0.1' });
    expect(Object.fromEntries(ack!.headers.map(({ name, value }) => [name, value]))).toEqual({
      Via: 'SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1',
      Route: '<sip:proxy@127.0.0.1;lr>',
      From: '<sip:alice@127.0.0.1>;tag=a',
      To: '<sip:bob@127.0.0.1>;tag=b',
      'Call-ID': 'call',
      CSeq: '7 ACK',
    });
    expect(headerValue(ack!, 'To')).toContain('tag=b');
  });

  it('is over at once after a refusal over a reliable transport', () => {
    const { events, machine, respond } = invite(true);

    machine.receive(respond(486));

    expect(events).toEqual(['0 send INVITE', '0 send ACK', '0 terminated', '0 response 486']);
  });

  it('passes on every 2xx for 64·T1 and acknowledges none (RFC 6026)', async () => {
    const { events, machine, respond, timers } = invite();

    machine.receive(respond(200));
    machine.receive(respond(486));
    await timers.advanceBy(500);
    machine.receive(respond(200, 'fork'));
    await timers.advanceBy(40_000);
    machine.receive(respond(200));

    expect(events).toEqual(['0 send INVITE', '0 response 200', '500 response 200', '32000 terminated']);
  });

  it('reports a transport error once, and none after the end', () => {
    const { events, machine, timers } = invite();

    machine.transportFailed(new Error('no route'));
    machine.transportFailed(new Error('no route'));

    expect(events).toEqual(['0 send INVITE', '0 terminated', '0 unreachable: no route']);
    expect(timers.pending).toBe(0);
  });
});

describe('the non-INVITE client transaction', () => {
  it('retransmits with pauses that double up to T2 until Timer F', async () => {
    const { events, timers } = options();

    await timers.advanceBy(60_000);

    expect(events).toEqual([
      ...[0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500].map((at) => `${at} send OPTIONS`),
      '32000 terminated',
      '32000 timeout',
    ]);
  });

  it('retransmits every T2 after a provisional response', async () => {
    const { events, machine, respond, timers } = options();

    machine.receive(respond(100));
    await timers.advanceBy(9000);

    expect(events).toEqual(['0 send OPTIONS', '0 response 100', '4000 send OPTIONS', '8000 send OPTIONS']);
  });

  it('absorbs repetitions of the final response for T4', async () => {
    const { events, machine, respond, timers } = options();

    machine.receive(respond(200));
    machine.receive(respond(200));
    await timers.advanceBy(60_000);

    expect(events).toEqual(['0 send OPTIONS', '0 response 200', '5000 terminated']);
  });

  it('sends once over a reliable transport and is over with the answer', async () => {
    const { events, machine, respond, timers } = options(true);

    await timers.advanceBy(5000);
    machine.receive(respond(404));

    expect(events).toEqual(['0 send OPTIONS', '5000 terminated', '5000 response 404']);
    expect(timers.pending).toBe(0);
  });

  it('reports a transport error', () => {
    const { events, machine } = options();

    machine.transportFailed(new Error('no route'));

    expect(events.at(-1)).toBe('0 unreachable: no route');
  });
});
