import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import { serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import {
  startSipUserAgent,
  type InviteRequest,
  type OutgoingCall,
  type SipUserAgent,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { TransportStub } from '../transport/transport-stub.ts';

let timers: TimersFake;
let udp: TransportStub;
let tcp: TransportStub;
let tls: TransportStub;
let alice: SipUserAgent;

beforeEach(async () => {
  timers = new TimersFake();
  [udp, tcp, tls] = [new TransportStub('UDP'), new TransportStub('TCP'), new TransportStub('TLS')];
  alice = await startSipUserAgent({ timers, ids: idsFake(), transports: [udp, tcp, tls] });
});

const far = { host: '192.0.2.1', port: 5060 };

function call(change: Partial<InviteRequest> = {}): OutgoingCall {
  return alice.invite({
    target: far,
    requestUri: 'sip:bob@192.0.2.1',
    from: 'sip:alice@192.0.2.9',
    sdp: sdpAt(4000),
    ...change,
  });
}

const long = { headers: { 'X-Long': 'x'.repeat(1300) } };

/** Bob, reached over `transport`, answers the INVITE. */
function answer(transport: TransportStub, contact: string): void {
  const headers = [
    { name: 'Contact', value: contact },
    { name: 'Content-Type', value: 'application/sdp' },
  ];
  const invite = transport.sent.at(-1)!.message as SipRequest;
  transport.onMessage?.(
    serializeMessage(responseTo(invite, 200, { toTag: 'bob', headers, body: Buffer.from(sdpAt(5000)) })),
    far,
  );
}

describe('an INVITE', () => {
  it('that fits a datagram goes over the first transport', () => {
    call();

    expect([udp.log, tcp.log]).toEqual([['INVITE 192.0.2.1:5060'], []]);
  });

  it('that is too long for one goes over TCP (RFC 3261 §18.1.1)', () => {
    call(long);

    expect([udp.log, tcp.log]).toEqual([[], ['INVITE 192.0.2.1:5060']]);
    expect(tcp.header('Via')).toMatch(/^SIP\/2\.0\/TCP /);
    expect(tcp.header('Contact')).toBe('<sip:192.0.2.9:5060;transport=tcp>');
  });

  it('goes over UDP after all when TCP cannot be had', async () => {
    tcp.broken = true;

    const outgoing = call(long);
    await timers.advanceBy(0);

    expect(udp.log).toEqual(['INVITE 192.0.2.1:5060']);
    expect(udp.header('Via')).toMatch(/^SIP\/2\.0\/UDP /);
    expect(udp.header('Contact')).toBe('<sip:192.0.2.9:5060>');
    answer(udp, '<sip:bob@192.0.2.1>');
    expect(await outgoing.answered).toMatchObject({ kind: 'answered' });
  });

  it('is unreachable when neither can be had', async () => {
    tcp.broken = true;
    udp.broken = true;

    expect(await call(long).answered).toEqual({ kind: 'unreachable', cause: 'nobody there' });
  });

  it.each<{ case: string; change: Partial<InviteRequest> }>([
    { case: 'on this machine, where nothing is cut', change: { target: { host: '127.0.0.1', port: 5060 } } },
    { case: 'where UDP is asked for', change: { protocol: 'UDP' } },
  ])('stays with UDP however long it is: $case', ({ change }) => {
    call({ ...long, ...change });

    expect([udp.sent.length, tcp.sent.length]).toEqual([1, 0]);
  });
});

describe('requests within a call', () => {
  it.each([
    { contact: '<sip:bob@192.0.2.2>', over: 'UDP', to: '192.0.2.2:5060' },
    { contact: '<sip:bob@192.0.2.2:5070;transport=tcp>', over: 'TCP', to: '192.0.2.2:5070' },
    { contact: '<sip:bob@192.0.2.2;transport=TLS>', over: 'TLS', to: '192.0.2.2:5061' },
    { contact: '<sips:bob@192.0.2.2>', over: 'TLS', to: '192.0.2.2:5061' },
    { contact: '<sip:bob@192.0.2.2;transport=sctp>', over: 'UDP', to: '192.0.2.2:5060' },
    { contact: '<sip:bob@phone.example.com;transport=udp>', over: 'UDP', to: '192.0.2.1:5060' },
  ])('go over $over to $to when Contact is $contact', ({ contact, over, to }) => {
    const outgoing = call();
    answer(udp, contact);
    outgoing.hangUp();

    const used = { UDP: udp, TCP: tcp, TLS: tls }[over]!;
    expect(used.log.slice(-2)).toEqual([`ACK ${to}`, `BYE ${to}`]);
    expect(headerValue(used.sent.at(-1)!.message, 'Via')).toContain(`SIP/2.0/${over} `);
  });
});

describe('a user agent', () => {
  it('tells where it listens by protocol', () => {
    expect([...alice.addresses.keys()].sort()).toEqual(['TCP', 'TLS', 'UDP']);
    expect(alice.addresses.get('UDP')).toEqual(alice.address);
  });
});
