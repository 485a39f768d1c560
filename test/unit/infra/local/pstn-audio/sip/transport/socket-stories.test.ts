import { createServer, type AddressInfo } from 'node:net';
import { systemIds } from '../../../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../../../shared/adapters/system/system-timers.ts';
import { listenTcp } from '../../../../../../../infra/local/pstn-audio/sip/transport/tcp.ts';
import { listenTls } from '../../../../../../../infra/local/pstn-audio/sip/transport/tls.ts';
import { listenUdp } from '../../../../../../../infra/local/pstn-audio/sip/transport/udp.ts';
import {
  startSipUserAgent,
  type IncomingCall,
  type OutgoingCall,
  type SipTrace,
  type SipUserAgent,
  type Transport,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { selfSigned } from './self-signed.ts';

const identity = selfSigned();
const listen = {
  UDP: () => listenUdp(),
  TCP: () => listenTcp({ timers: systemTimers }),
  TLS: () => listenTls({ timers: systemTimers, ...identity, ca: identity.certificate }),
};
// Shortened, so that what the timers end ends soon.
const timing = { t1: 20, t2: 80, t4: 100 };

describe.each(['UDP', 'TCP', 'TLS'] as const)('over real %s', (protocol) => {
  let alice: SipUserAgent;
  let bob: SipUserAgent;
  let trace: SipTrace[];

  beforeEach(async () => {
    trace = [];
    const start = async (onTrace: (line: SipTrace) => void): Promise<SipUserAgent> =>
      startSipUserAgent({
        timers: systemTimers,
        ids: systemIds,
        timing,
        onTrace,
        userAgentName: 'test',
        transports: [await listen[protocol]()],
      });
    alice = await start((line) => trace.push(line));
    bob = await start(() => undefined);
  });

  afterEach(() => Promise.all([alice.close(), bob.close()]));

  function call(target = bob.address): OutgoingCall {
    return alice.invite({
      target,
      requestUri: `sip:bob@127.0.0.1:${target.port}`,
      from: 'sip:alice@127.0.0.1',
      fromDisplayName: 'Zoë',
      sdp: sdpAt(4000),
    });
  }

  function atBobs(): Promise<IncomingCall> {
    return new Promise((resolve) => (bob.onInvite = resolve));
  }

  it('bob answers and alice hangs up', async () => {
    const ringing = atBobs();
    const outgoing = call();
    const incoming = await ringing;
    incoming.answer(sdpAt(5000));

    expect(await outgoing.answered).toMatchObject({ kind: 'answered', sdp: sdpAt(5000) });
    outgoing.hangUp();
    expect(await incoming.ended).toEqual({ by: 'remote', cause: 'bye' });
    expect(incoming.remoteSdp).toBe(sdpAt(4000));
    // A busy machine may let the short T1 pass and repeat the INVITE: what counts is what came first, and in which order.
    const lines = trace.map(
      ({ direction, message }) => `${direction} ${message.split('\r\n', 1)[0]?.replace(/ sip:\S+/, '')}`,
    );
    expect([...new Set(lines)].slice(0, 3)).toEqual([
      'out INVITE SIP/2.0',
      'in SIP/2.0 100 Trying',
      'in SIP/2.0 200 OK',
    ]);
    expect(trace[0]?.message).toContain(`Via: SIP/2.0/${protocol} 127.0.0.1:${alice.address.port};branch=z9hG4bK`);
    expect(trace[0]?.message).toContain('"Zoë"');
  });

  it('bob answers and hangs up', async () => {
    const ringing = atBobs();
    const outgoing = call();
    (await ringing).answer(sdpAt(5000));
    await outgoing.answered;
    (await ringing).hangUp();

    expect(await outgoing.ended).toEqual({ by: 'remote', cause: 'bye' });
  });

  it('bob refuses', async () => {
    bob.onInvite = (incoming) => incoming.reject(603);

    expect(await call().answered).toMatchObject({ kind: 'refused', status: 603, reason: 'Decline' });
  });

  it('alice cancels', async () => {
    const ringing = atBobs();
    const outgoing = call();
    outgoing.onProgress = () => outgoing.cancel();
    (await ringing).ring();

    expect(await outgoing.answered).toEqual({ kind: 'cancelled' });
    expect(await (await ringing).ended).toEqual({ by: 'remote', cause: 'cancel' });
  });

  it('carries many calls at a time', async () => {
    bob.onInvite = (incoming) => incoming.answer(sdpAt(5000));
    const calls = Array.from({ length: 50 }, () => call());
    const outcomes = await Promise.all(calls.map(({ answered }) => answered));
    for (const each of calls) each.hangUp();

    expect(outcomes.map(({ kind }) => kind)).toEqual(calls.map(() => 'answered'));
  });

  it('nobody is there', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));

    const outgoing = call({ host: '127.0.0.1', port });

    // UDP learns nothing of a closed port and waits for Timer B, here 64 · 20 ms.
    expect(await outgoing.answered).toMatchObject({ kind: protocol === 'UDP' ? 'timedOut' : 'unreachable' });
  });

  it('closing alice ends what she had with bob', async () => {
    const ringing = atBobs();
    const outgoing = call();
    (await ringing).answer(sdpAt(5000));
    await outgoing.answered;
    await alice.close();

    expect(await (await ringing).ended).toEqual({ by: 'remote', cause: 'bye' });
  });
});

describe('one user agent over UDP and TCP', () => {
  it('takes calls on both and places each as asked', async () => {
    const both = async (): Promise<[Transport, Transport]> => [await listen.UDP(), await listen.TCP()];
    const [bobUdp, bobTcp] = await both();
    const alice = await startSipUserAgent({ timers: systemTimers, ids: systemIds, transports: await both() });
    const bob = await startSipUserAgent({ timers: systemTimers, ids: systemIds, transports: [bobUdp, bobTcp] });
    bob.onInvite = (incoming) => incoming.reject(486);
    const invite = (protocol: 'UDP' | 'TCP', { local }: Transport) =>
      alice.invite({
        target: local,
        requestUri: 'sip:bob@127.0.0.1',
        from: 'sip:alice@127.0.0.1',
        sdp: sdpAt(4000),
        protocol,
      });

    const outcomes = await Promise.all([invite('UDP', bobUdp).answered, invite('TCP', bobTcp).answered]);

    expect(outcomes).toMatchObject([{ status: 486 }, { status: 486 }]);
    await Promise.all([alice.close(), bob.close()]);
  });

  it('says which address it cannot listen on', async () => {
    const taken = await listenUdp();

    await expect(startSipUserAgent({ timers: systemTimers, ids: systemIds, port: taken.local.port })).rejects.toThrow(
      `127.0.0.1:${taken.local.port}`,
    );
    await taken.close();
  });
});
