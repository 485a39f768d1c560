import { systemIds } from '../../../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../../../shared/adapters/system/system-timers.ts';
import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { listenTls, type TlsOptions } from '../../../../../../../infra/local/pstn-audio/sip/transport/tls.ts';
import { listenUdp } from '../../../../../../../infra/local/pstn-audio/sip/transport/udp.ts';
import {
  startSipUserAgent,
  type OutgoingCall,
  type SipUserAgent,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { RawConnection } from './raw-connection.ts';
import { selfSigned } from './self-signed.ts';

const bobs = selfSigned();
const agents: SipUserAgent[] = [];

afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.close()));
});

async function agent(options: Partial<TlsOptions> = {}): Promise<SipUserAgent> {
  const tls = await listenTls({ timers: systemTimers, ...bobs, ...options });
  const started = await startSipUserAgent({
    timers: systemTimers,
    ids: systemIds,
    transports: [await listenUdp(), tls],
  });
  agents.push(started);
  return started;
}

function call(alice: SipUserAgent, bob: SipUserAgent, requestUri = 'sips:bob@127.0.0.1'): OutgoingCall {
  const target = bob.addresses.get('TLS')!;
  return alice.invite({ target, requestUri, from: 'sip:alice@127.0.0.1', sdp: sdpAt(4000) });
}

describe('SIP over TLS', () => {
  it('is how a sips URI is reached, with contacts that say so on both sides', async () => {
    const [alice, bob] = [await agent({ ca: bobs.certificate }), await agent()];
    const heard: string[] = [];
    bob.onInvite = (incoming) => {
      heard.push(headerValue(incoming.request, 'Via')!.slice(0, 11), headerValue(incoming.request, 'Contact')!);
      incoming.answer(sdpAt(5000));
    };

    const outcome = await call(alice, bob).answered;

    const [here, there] = [alice, bob].map(({ addresses }) => `<sips:127.0.0.1:${addresses.get('TLS')!.port}>`);
    expect(heard).toEqual(['SIP/2.0/TLS', here]);
    expect(outcome.kind === 'answered' && headerValue(outcome.response, 'Contact')).toBe(there);
  });

  it('names its transport in a sip Contact', async () => {
    const [alice, bob] = [await agent({ rejectUnauthorized: false }), await agent()];
    let contact: string | undefined;
    bob.onInvite = (incoming) => {
      contact = headerValue(incoming.request, 'Contact');
      incoming.reject(486);
    };
    const target = bob.addresses.get('TLS')!;

    const outcome = await alice.invite({
      target,
      requestUri: 'sip:bob@127.0.0.1',
      from: 'sip:alice@127.0.0.1',
      sdp: sdpAt(4000),
      protocol: 'TLS',
    }).answered;

    expect(outcome).toMatchObject({ kind: 'refused', status: 486 });
    expect(contact).toBe(`<sip:127.0.0.1:${alice.addresses.get('TLS')!.port};transport=tls>`);
  });

  it.each([
    { case: 'its own authority', options: { ca: bobs.certificate }, kind: 'refused' },
    { case: 'unknown', options: {}, kind: 'unreachable' },
    { case: 'of somebody else', options: { ca: selfSigned().certificate }, kind: 'unreachable' },
    { case: 'not looked at', options: { rejectUnauthorized: false }, kind: 'refused' },
  ])('calls a peer whose certificate is $case: $kind', async ({ options, kind }) => {
    const [alice, bob] = [await agent(options), await agent()];

    expect(await call(alice, bob).answered).toMatchObject({ kind });
  });

  it('is not there for a user agent without it', async () => {
    const alice = await startSipUserAgent({ timers: systemTimers, ids: systemIds });
    agents.push(alice);

    expect(() => call(alice, agents[0]!, 'sips:bob@127.0.0.1')).toThrow(TypeError);
  });

  it('is closed while somebody has connected and says nothing', async () => {
    const bob = await agent();
    const silent = await RawConnection.open(bob.addresses.get('TLS')!);
    await call(await agent({ ca: bobs.certificate }), bob).answered;

    await bob.close();

    await silent.closed;
  });

  it('says that certificate and key cannot be used', async () => {
    await expect(listenTls({ timers: systemTimers, certificate: 'none', privateKey: 'none' })).rejects.toThrow('PEM');
    await expect(listenTls({ timers: systemTimers, ...bobs, privateKey: selfSigned().privateKey })).rejects.toThrow(
      'belong together',
    );
  });
});
