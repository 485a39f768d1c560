import {
  startSipUserAgent,
  type SipAddress,
  type SipUserAgent,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { TransportStub } from '../transport/transport-stub.ts';

function listeningOn(host: string): TransportStub {
  return Object.assign(new TransportStub('UDP'), { local: { host, port: 5060 } satisfies SipAddress });
}

async function calling(transport: TransportStub, advertisedHost?: string): Promise<SipUserAgent> {
  const agent = await startSipUserAgent({
    timers: new TimersFake(),
    ids: idsFake(),
    transports: [transport],
    ...(advertisedHost !== undefined && { advertisedHost }),
  });
  agent.invite({
    target: { host: '192.0.2.1', port: 5060 },
    requestUri: 'sip:bob@192.0.2.1',
    from: 'sip:alice@192.0.2.9',
    sdp: sdpAt(4000),
  });
  return agent;
}

describe('a user agent', () => {
  it.each([
    { host: '127.0.0.1', advertised: undefined, reached: '127.0.0.1' },
    { host: '0.0.0.0', advertised: '203.0.113.7', reached: '203.0.113.7' },
    { host: '172.17.0.2', advertised: '203.0.113.7', reached: '203.0.113.7' },
    // Nobody can send to "every address".
    { host: '0.0.0.0', advertised: undefined, reached: '127.0.0.1' },
    { host: '::', advertised: undefined, reached: '::1' },
  ])(
    'that listens on $host and advertises $advertised is reached at $reached',
    async ({ host, advertised, reached }) => {
      const transport = listeningOn(host);

      const agent = await calling(transport, advertised);

      const written = reached.includes(':') ? `[${reached}]` : reached;
      expect(transport.header('Via')).toContain(`SIP/2.0/UDP ${written}:5060;`);
      expect(transport.header('Contact')).toBe(`<sip:${written}:5060>`);
      expect(agent.address).toEqual({ host: reached, port: 5060 });
      expect(agent.addresses.get('UDP')).toEqual(agent.address);
    },
  );
});
