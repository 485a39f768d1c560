import { createServer, type AddressInfo } from 'node:net';
import { systemIds } from '../../../../../../../shared/adapters/system/system-ids.ts';
import { headerValue, tagOf } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { listenTcp } from '../../../../../../../infra/local/pstn-audio/sip/transport/tcp.ts';
import { startSipUserAgent, type SipUserAgent } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { rawRequest, type RawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { RawConnection } from './raw-connection.ts';

let timers: TimersFake;
let bob: SipUserAgent;
let carol: RawConnection;

beforeEach(async () => {
  timers = new TimersFake();
  bob = await startSipUserAgent({ timers, ids: systemIds, transports: [await listenTcp({ timers })] });
  carol = await RawConnection.open(bob.address);
});

afterEach(async () => {
  carol.close();
  await bob.close();
});

function request(change: RawRequest = {}): string {
  const tcp = { Via: `SIP/2.0/TCP ${carol.local.host}:${carol.local.port};branch=${change.branch ?? 'z9hG4bK-1'}` };
  return rawRequest(carol.local, { ...change, replace: { ...tcp, ...change.replace } }).join('\r\n');
}

const options = (cseq: string): string => request({ method: 'OPTIONS', cseq, branch: `z9hG4bK-${cseq}` });

describe('a connection', () => {
  it('answers a double empty line with a single one (RFC 5626 §4.4.1)', async () => {
    carol.write('\r\n\r\n');
    await carol.until(() => carol.bytes > 0);

    expect(carol.bytes).toBe(2);
  });

  it('carries requests in one segment and a request in two', async () => {
    const third = options('3');

    carol.write(options('1') + options('2') + third.slice(0, 40));
    await carol.until(() => carol.received.length === 2);
    carol.write(third.slice(40));
    await carol.until(() => carol.received.length === 3);

    expect(carol.received.map((message) => headerValue(message, 'CSeq'))).toEqual([
      '1 OPTIONS',
      '2 OPTIONS',
      '3 OPTIONS',
    ]);
  });

  it('is closed after a Content-Length that is no number, and the sender is told', async () => {
    carol.write(request({ method: 'OPTIONS', replace: { 'Content-Length': '-999' } }));
    await carol.closed;

    expect(carol.received).toMatchObject([{ status: 400 }]);
  });

  it('is closed when it brings no SIP', async () => {
    carol.write(`GET / HTTP/1.1\r\nHost: example.com\r\n\r\n`);

    await carol.closed;
    expect(carol.received).toEqual([]);
  });

  it('is closed when nothing comes over it for 32 s', async () => {
    const dave = await RawConnection.open(bob.address);
    dave.write(options('1'));
    await dave.until(() => dave.received.length === 1);

    await timers.advanceBy(32_000);
    await carol.closed;
    dave.write(options('2'));
    await dave.until(() => dave.received.length === 2);

    dave.close();
  });

  it('takes the place of the one that was idle longest where there are as many as may be', async () => {
    const few = await startSipUserAgent({
      timers,
      ids: systemIds,
      transports: [await listenTcp({ timers, mostConnections: 2 })],
    });
    const ask = async (connection: RawConnection, cseq: string): Promise<void> => {
      const before = connection.received.length;
      connection.write(options(cseq));
      await connection.until(() => connection.received.length > before);
    };
    const busy = await RawConnection.open(few.address);
    await ask(busy, '1');
    const idle = await RawConnection.open(few.address);
    await ask(idle, '2');
    await ask(busy, '3');

    const next = await RawConnection.open(few.address);
    await idle.closed;
    await ask(next, '4');
    await ask(busy, '5');

    expect([busy, idle, next].map(({ received }) => received.length)).toEqual([3, 1, 1]);
    busy.close();
    next.close();
    await few.close();
  });

  it('is closed when a message that has begun does not end', async () => {
    carol.write(options('1') + options('2').slice(0, 20));
    await carol.until(() => carol.received.length === 1);

    await timers.advanceBy(20_000);
    carol.write('x');
    await timers.advanceBy(12_000);

    await carol.closed;
  });

  it('is the way back to a caller who listens nowhere', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    bob.onInvite = (call) => {
      call.answer(sdpAt(5000));
      call.hangUp();
    };
    const contact = { Contact: `<sip:carol@127.0.0.1:${port};transport=tcp>` };

    carol.write(request({ body: sdpAt(4000), replace: contact }));
    await carol.until(() => carol.received.length > 0);
    const toTag = tagOf(carol.received[0]!, 'To');
    carol.write(request({ method: 'ACK', branch: 'z9hG4bK-ack', toTag, replace: contact }));
    await carol.until(() => carol.received.some((message) => message.kind === 'request'));

    expect(carol.received.at(-1)).toMatchObject({ method: 'BYE', uri: `sip:carol@127.0.0.1:${port};transport=tcp` });
  });
});
