import {
  startSipUserAgent,
  type IncomingCall,
  type SipUserAgent,
  type Transport,
} from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { formatSdp, type AudioSession } from '../../infra/local/pstn-audio/sip/sdp.ts';
import { idsFake } from './ids-fake.ts';
import { SipNetworkFake } from './sip-transport-fake.ts';
import { TimersFake } from './timers-fake.ts';

/** A session description that offers PCMU at `port`. */
export function sdpAt(port: number, changes: Partial<AudioSession> = {}): string {
  const pcmu = { type: 0, encoding: 'PCMU', clockRate: 8000 };
  return formatSdp({
    id: '1',
    version: '1',
    address: '127.0.0.1',
    port,
    payloads: [pcmu],
    direction: 'sendrecv',
    ...changes,
  });
}

/** Alice, who calls, and Bob, who is called, on a network in memory; Bob's calls are collected. */
export interface Story {
  readonly timers: TimersFake;
  readonly network: SipNetworkFake;
  readonly alice: SipUserAgent;
  readonly bob: SipUserAgent;
  readonly bobsCalls: IncomingCall[];
  /** Alice calls Bob, offering port 4000. */
  call(): ReturnType<SipUserAgent['invite']>;
  /** Bob's most recent call. */
  ringing(): IncomingCall;
}

export async function aliceAndBob(): Promise<Story> {
  const timers = new TimersFake();
  const network = new SipNetworkFake(timers);
  const start = (transport: Transport): Promise<SipUserAgent> =>
    startSipUserAgent({ timers, ids: idsFake(), transports: [transport] });
  const alice = await start(network.join('alice'));
  const bob = await start(network.join('bob'));
  const bobsCalls: IncomingCall[] = [];
  bob.onInvite = (call) => void bobsCalls.push(call);
  return {
    timers,
    network,
    alice,
    bob,
    bobsCalls,
    call: () =>
      alice.invite({
        target: bob.address,
        requestUri: 'sip:bob@127.0.0.1:5061',
        from: 'sip:alice@127.0.0.1',
        sdp: sdpAt(4000),
      }),
    ringing() {
      const call = bobsCalls.at(-1);
      if (call === undefined) throw new Error('nobody has called Bob');
      return call;
    },
  };
}
